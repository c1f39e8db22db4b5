import { useEffect } from 'react';

/**
 * Keeps the screen from going dark while it is looked at, where the browser can (Screen Wake Lock, https://www.w3.org/TR/screen-wake-lock/). The
 * lock ends when the window is hidden: it is asked for again each time it is back.
 */
export function useAwake(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on a low battery, for one: then the screen does as it is set to.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (left) await lock?.release();
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
