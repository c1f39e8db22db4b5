// Pure: the address of an article.
import { cutText } from '../platform/text/fold.ts';

const READABLE_LENGTH = 40;
const CHOSEN_LENGTH = 80;
const MARK_LENGTH = 8;
const MARK = new RegExp(`^[0-9a-z]{${MARK_LENGTH}}(?=-|$)`);

/**
 * An address from a question: eight characters of the article's id, then the question's own words, Japanese kept
 * (`7k3m9q2c-送料はいくらですか`). The mark makes it unique and still finds the article when a mail program cuts the rest off.
 */
export function slugOf(articleId: string, question: string): string {
  const readable = readableOf(question, READABLE_LENGTH);
  const mark = articleId.slice(-MARK_LENGTH);
  return readable === '' ? mark : `${mark}-${readable}`;
}

/** An address chosen by hand, as it is kept: small letters, digits and hyphens; Japanese stays. '' when nothing is left of it. */
export const chosenSlug = (wish: string): string => readableOf(wish, CHOSEN_LENGTH);

const readableOf = (text: string, length: number): string =>
  cutText(text.toWellFormed().normalize('NFKC').toLowerCase(), length)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Whether the address was made from the question, and not chosen by hand. */
export const isMadeSlug = (articleId: string, slug: string): boolean => markOfSlug(slug) === articleId.slice(-MARK_LENGTH);

/** What may be the end of an article's id at the beginning of an address; null when there is no such thing. */
export const markOfSlug = (slug: string): string | null => MARK.exec(slug)?.[0] ?? null;
