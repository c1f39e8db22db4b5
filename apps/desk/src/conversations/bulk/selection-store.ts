import { makeStore, useStore } from '../../ui/store.ts';
import { nothingSelected, type Selection } from './selection.ts';

export const selection = makeStore<Selection>(nothingSelected);

export const clearSelection = (): void => selection.set(nothingSelected);
export const useSelection = (): Selection => useStore(selection, (now) => now);
export const useIsSelected = (id: string): boolean => useStore(selection, ({ ids }) => ids.has(id));
export const useIsSelecting = (): boolean => useStore(selection, ({ ids }) => ids.size > 0);
