import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the server runs while the desk is developed with its own dev server. */
const server = process.env.MADOGUCHI_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
  server: {
    proxy: {
      '/api/live': { target: server, ws: true },
      '/api': server,
      '/help': server,
    },
  },
});
