import { makeStore } from '../ui/store.ts';

/** What was typed into a form and not saved yet, by the form's id: it outlives a change of place, not a reload. */
const kept = makeStore<Readonly<Record<string, unknown>>>({});

export const keptValues = <V>(id: string | null): V | undefined => (id === null ? undefined : (kept.get()[id] as V | undefined));

export function keepValues(id: string | null, values: unknown): void {
  if (id !== null) kept.set((now) => ({ ...now, [id]: values }));
}

export function forgetValues(id: string | null): void {
  if (id === null || !(id in kept.get())) return;
  kept.set((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
}

export const anyUnsaved = (): boolean => Object.keys(kept.get()).length > 0;
