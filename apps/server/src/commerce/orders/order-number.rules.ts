// Pure: order and tracking numbers in the one form in which they are looked for.
import { foldText } from '../../platform/text/fold.ts';

const LONGEST = 60;
const SHORTEST_QUERY = 3;
const SAID_BEFORE =
  /^(?:ご?注文(?:番号)?|伝票番号|送り状(?:番号)?|追跡番号|お?問い?合わ?せ(?:番号|伝票番号)|order(?: number| no\.?)?|tracking(?: number| no\.?)?|no\.?)[\s:#]*/;

/** ＨＺ－１０２３４, hz 10234 and HZ10234 are one number. */
export const numberKey = (written: string): string =>
  foldText(written)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST);

/** Its digits alone: whoever reads a number aloud leaves the letters out. */
export const digitsOf = (key: string): string => key.replace(/\D/g, '');

/** What was typed into a search box as the beginning of a number (注文番号：ＨＺ－１０２３４ → hz10234); null when it cannot be one. */
export function numberAsked(typed: string): string | null {
  const key = numberKey(foldText(typed).replace(SAID_BEFORE, ''));
  return key.length >= SHORTEST_QUERY && /\d/.test(key) && /^[\da-z]+$/.test(key) ? key : null;
}
