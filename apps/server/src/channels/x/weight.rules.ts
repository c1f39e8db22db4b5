// Pure: how X counts a post (https://docs.x.com/fundamentals/counting-characters).

export const POST_WEIGHT = 280;
const LINK_WEIGHT = 23;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Latin and its neighbors count one, everything else two. */
const isLight = (code: number): boolean =>
  code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);

/** The weight of a text: links 23, an emoji 2 however it is made, a kana or kanji 2, a Latin letter 1. */
export function weightOf(text: string): number {
  const links = text.match(/https?:\/\/[^\s、。」）]+/g) ?? [];
  const rest = text.normalize('NFC').replace(/https?:\/\/[^\s、。」）]+/g, '');
  let weight = links.length * LINK_WEIGHT;
  for (const { segment } of segmenter.segment(rest)) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment) && segment.codePointAt(0)! > 0xff) weight += 2;
    else for (const letter of segment) weight += isLight(letter.codePointAt(0)!) ? 1 : 2;
  }
  return weight;
}
