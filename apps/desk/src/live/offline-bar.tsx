import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { useConnection } from './live-store.ts';
import css from './offline-bar.module.css';

/** A blip that heals by itself within this time is not worth a line across the screen. */
const SHOW_AFTER_MS = 1500;

/** Says that the screen is cut off, what is safe, and disappears by itself. */
export function OfflineBar() {
  const t = useWords();
  const cut = useConnection() !== 'online';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!cut) return setShown(false);
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [cut]);
  return (
    <div role="status" className={css.place}>
      {shown && (
        <p className={css.bar}>
          <IconCloudOff size={16} stroke={1.8} aria-hidden />
          {t('offline.bar')}
        </p>
      )}
    </div>
  );
}
