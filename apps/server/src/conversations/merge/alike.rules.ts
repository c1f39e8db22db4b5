// Pure: whether two conversations of one person look like one matter, and why.
import type { AlikeReason } from '@madoguchi/contract/merges.ts';

/** What is compared. `words`: the subject and what the customer said first. */
export type Matter = { words: string; tags: readonly string[]; openedAt: Date; lastActivityAt: Date };

const HOUR_MS = 3_600_000;
/** Further apart than this it is another matter, whatever it is about. */
const NEAR_MS = 72 * HOUR_MS;
/** Of all pairs of neighboring characters, how many both have: above it, people say the same thing in other words. */
const ALIKE = 0.3;
const FEWEST_PAIRS = 4;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^((re|fw|fwd)\s*[:：]\s*)+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const pairsOf = (text: string): Set<string> => {
  const characters = [...fold(text).replaceAll(' ', '')];
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
};

/** How much two texts share, 0 to 1 (Sørensen–Dice over pairs of characters: it needs no words, so it reads Japanese as well). */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  if (one.size < FEWEST_PAIRS || other.size < FEWEST_PAIRS) return 0;
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size);
}

/** Numbers people refer to things by: an order, a parcel, an article number. */
export const referencesIn = (text: string): string[] => [
  ...new Set(
    (text.normalize('NFKC').match(/\b(?:[A-Z]{1,5}-?)?\d[\d-]{3,}\d\b/gi) ?? []).map((one) => one.replaceAll('-', '').toUpperCase()),
  ),
];

/** What is counted by number is counted once. */
const withoutDigits = (text: string): string => text.normalize('NFKC').replace(/[\d-]+/g, ' ');

const apart = (a: Matter, b: Matter): number =>
  Math.max(0, Math.max(a.openedAt.getTime(), b.openedAt.getTime()) - Math.min(a.lastActivityAt.getTime(), b.lastActivityAt.getTime()));

/**
 * Why two may be one matter, the strongest first; empty when nothing but the time speaks for it. That they are near in time is no reason
 * alone, and without it nothing is one.
 */
export function whyAlike(a: Matter, b: Matter): AlikeReason[] {
  const ms = apart(a, b);
  if (ms > NEAR_MS) return [];
  const shared = new Set(referencesIn(b.words));
  const reference = referencesIn(a.words).find((one) => shared.has(one));
  const tag = a.tags.find((one) => b.tags.includes(one));
  const reasons: AlikeReason[] = [
    ...(reference ? [{ kind: 'reference' as const, value: reference }] : []),
    ...(likeness(withoutDigits(a.words), withoutDigits(b.words)) >= ALIKE ? [{ kind: 'words' as const, value: '' }] : []),
    ...(tag ? [{ kind: 'tag' as const, value: tag }] : []),
  ];
  return reasons.length > 0 ? [...reasons, { kind: 'near' as const, value: String(Math.ceil(ms / HOUR_MS)) }] : [];
}
