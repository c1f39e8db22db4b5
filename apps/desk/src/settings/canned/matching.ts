import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Those that contain every word of `q` in shortcut, title or text, by shortcut. */
export function matching(items: readonly CannedResponse[], q: string): CannedResponse[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return items
    .filter(({ shortcut, title, text }) => words.every((word) => fold(`${shortcut} ${title} ${text}`).includes(word)))
    .sort((a, b) => a.locale.localeCompare(b.locale) * -1 || a.shortcut.localeCompare(b.shortcut, 'ja'));
}
