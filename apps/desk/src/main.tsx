import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@madoguchi/look/tokens.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startServiceWorker } from './app/service-worker.ts';

createRoot(document.getElementById('root')!).render(<App />);
startServiceWorker();
