import { makeStore } from '../ui/store.ts';

/** How often the palette was asked for. It is loaded at the first time, so that the first page need not carry it. */
export const paletteAsks = makeStore(0);

export const openPalette = () => paletteAsks.set((asks) => asks + 1);
