import { useLocale } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { makeStore, useStore } from './store.ts';
import type { Reader } from './time.ts';

const minuteStore = makeStore(Date.now());

// One timer for the whole desk: every relative time on screen moves in the same moment.
setInterval(() => minuteStore.set(Date.now()), 15_000);

/** The present, renewed four times a minute: enough for times told in minutes. */
export const useNow = (): number => useStore(minuteStore, (now) => now);

/** How the agent reads times: own language, the workspace's zone. */
export function useReader(): Reader {
  const locale = useLocale();
  const zone = useMe().workspace.timezone;
  return { locale, zone };
}
