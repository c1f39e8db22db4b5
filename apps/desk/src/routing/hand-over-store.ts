import { makeStore } from '../ui/store.ts';

/** How many conversations somebody who leaves has at hand; null: nobody is asked. */
export const handOverAsks = makeStore<number | null>(null);

export const askHandOver = (atHand: number): void => handOverAsks.set(atHand);
export const dropHandOver = (): void => handOverAsks.set(null);
