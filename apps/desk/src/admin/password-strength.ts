/** weak: will be refused or is easily guessed · fair: accepted · good · strong: long or varied enough that only the owner knows it */
export type Strength = 'too_short' | 'weak' | 'fair' | 'good' | 'strong';

export const SHORTEST = 10;

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\sa-zA-Z\d]/];

/** Words that stand in everybody's list of guesses, and what this password is for. */
const guessable = /password|passw0rd|qwerty|asdf|admin|welcome|letmein|madoguchi|support|1234|abcd|iloveyou/i;

/**
 * How hard a password is to guess, roughly: its length times how many kinds of character it draws from, less for repeated characters,
 * for words that everybody tries and for what stands beside it in the form (`known`: name, e-mail).
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  if (password.length < SHORTEST) return 'too_short';
  const distinct = new Set(password.toLowerCase()).size;
  const named = known
    .flatMap((word) => word.toLowerCase().split(/[\s@.]+/))
    .some((part) => part.length >= 3 && password.toLowerCase().includes(part));
  if (distinct < 5 || named) return 'weak';
  const score =
    Math.min(password.length, distinct * 2) + 2 * kinds.filter((kind) => kind.test(password)).length - (guessable.test(password) ? 10 : 0);
  if (score < 12) return 'weak';
  if (score < 18) return 'fair';
  return score < 24 ? 'good' : 'strong';
}

/** Letters and digits that cannot be mistaken for one another on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to hand over: four groups of four, about 79 bits. */
export function makePassword(): string {
  const random = crypto.getRandomValues(new Uint32Array(16));
  const chosen = [...random].map((value) => letters[value % letters.length]);
  return [0, 4, 8, 12].map((at) => chosen.slice(at, at + 4).join('')).join('-');
}
