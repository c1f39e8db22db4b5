import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { WordKey } from '../app/locale.tsx';
import { makeStore, useStore } from '../ui/store.ts';

/** Something an agent can do from the palette and, mostly, with a key. */
export type Action = {
  id: string;
  word: WordKey;
  group: WordKey;
  icon: Icon;
  /** One key (`r`, `?`), a sequence (`g n`) or a chord (`mod+k`); none: palette only. */
  keys?: string;
  /** A second key for what stands in the palette already. */
  keyOnly?: boolean;
  run: () => void;
};

type Source = () => readonly Action[];
const sources = makeStore<readonly Source[]>([]);

/**
 * Offers actions while the component is on screen. The newest closures are always the ones that run.
 * @param far true for what is there on every screen: it stands behind everything else
 */
export function useActions(actions: readonly Action[], far = false): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const source: Source = () => latest.current;
    sources.set((now) => (far ? [source, ...now] : [...now, source]));
    return () => sources.set((now) => now.filter((one) => one !== source));
  }, [far]);
}

/**
 * Everything that can be done now, the nearest first: what came on screen last. Where two share an id or a key, the nearer one wins.
 */
export function currentActions(): Action[] {
  const byId = new Map<string, Action>();
  for (const source of sources.get().toReversed()) for (const action of source()) if (!byId.has(action.id)) byId.set(action.id, action);
  return [...byId.values()];
}

/** Renders again when a part of the desk starts or stops offering actions. */
export const useActionSources = (): unknown => useStore(sources, (now) => now);
