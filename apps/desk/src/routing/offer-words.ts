import type { Reason } from '@madoguchi/contract/routing.ts';
import type { Words } from '../app/locale.tsx';

/** Why an agent was chosen, a short line for each reason that is worth one. */
export function whyWords(t: Words, why: readonly Reason[]): string[] {
  const lines = why.flatMap(({ code, values: { kind, at, most } }) => {
    if (code === 'knows_customer') return [t('offer.why.knows_customer')];
    if (code === 'skill') return [t('offer.why.skill')];
    if (code !== 'room') return [];
    const word = kind === 'chats' ? 'offer.why.room.chats' : kind === 'calls' ? 'offer.why.room.calls' : 'offer.why.room.messages';
    return [t(word, { at: at ?? 0, most: most ?? 0 })];
  });
  return [...new Set(lines)];
}

/** What is left of an offer's time, on this machine's clock. `share`: 1 at the beginning, 0 at the end. */
export function timeLeft(offer: { madeAt: string; expiresAt: string }, skew: number, now: number): { seconds: number; share: number } {
  const [from, to] = [Date.parse(offer.madeAt) + skew, Date.parse(offer.expiresAt) + skew];
  const left = Math.max(0, to - now);
  return { seconds: Math.ceil(left / 1000), share: Math.min(1, left / Math.max(1, to - from)) };
}
