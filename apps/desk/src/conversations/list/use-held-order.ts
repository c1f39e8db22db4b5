import { useState } from 'react';
import { type HeldList, holdOrder } from './held-order.ts';

const none: ReadonlySet<string> = new Set();

/** The list to show: live, or held still while `holding`. `release` lets what waits in, even under the pointer. */
export function useHeldOrder<T extends { id: string }>(live: readonly T[], holding: boolean): HeldList<T> & { release: () => void } {
  const [held, setHeld] = useState<readonly T[] | null>(null);
  if (holding && held === null && live.length > 0) setHeld(live);
  if (!holding && held !== null) setHeld(null);
  const release = () => setHeld(null);
  if (!held) return { rows: [...live], left: none, arrived: 0, release };
  return { ...holdOrder(held, live), release };
}
