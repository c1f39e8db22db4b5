// Pure: what a return can become.
import type { ReturnState } from '@madoguchi/contract/commerce.ts';

const NEXT: Readonly<Record<ReturnState, readonly ReturnState[]>> = {
  requested: ['approved', 'refused'],
  // What was said too soon can be taken back, until the goods are here.
  approved: ['received', 'refused'],
  refused: ['approved'],
  received: ['refunded', 'exchanged'],
  refunded: [],
  exchanged: [],
};

/** What it can become by hand. */
export const nextOf = (state: ReturnState): readonly ReturnState[] => NEXT[state];

export const mayBecome = (from: ReturnState, to: ReturnState): boolean => NEXT[from].includes(to);

export const isOver = (state: ReturnState): boolean => NEXT[state].length === 0;

type Line = { name: string; quantity: number };

/** The first line that asks for something the order has not, or has less of; null when all is well. */
export function lineTooMany(bought: readonly Line[], wanted: readonly Line[]): string | null {
  const left = new Map<string, number>();
  for (const { name, quantity } of bought) left.set(name, (left.get(name) ?? 0) + quantity);
  for (const { name, quantity } of wanted) {
    const rest = (left.get(name) ?? 0) - quantity;
    if (rest < 0) return name;
    left.set(name, rest);
  }
  return null;
}
