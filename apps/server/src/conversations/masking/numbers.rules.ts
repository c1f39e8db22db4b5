// Pure: card numbers and individual numbers (マイナンバー) in what a customer wrote → all but their last four digits gone. Nobody at a help desk
// needs them, and what is not kept cannot be lost.
import { isCardNumber, isMyNumber } from '../../models/masking/check-digits.rules.ts';

const KEPT = 4;
const DASH = '[-‐‑‒–—―−ー－ｰ]';
/** Twelve to nineteen digits with at most one small gap between two of them; no part of a longer word, address or number. */
const RUN = new RegExp(
  `(?<![A-Za-z0-9０-９/=_#+＋.]|[A-Za-z0-9０-９]${DASH})[0-9０-９](?:(?:[ 　\\u00a0]|${DASH})?[0-9０-９]){11,18}(?![A-Za-z0-9０-９_]|${DASH}[0-9０-９])`,
  'gu',
);
/** Worth looking at: nearly no message is, and those cost nothing. */
const ANY = /(?:[0-9０-９][^0-9０-９\n]?){12}/u;

/** What begins the numbers of payment cards, and how long they are (ISO/IEC 7812, as the networks publish it). */
const NETWORKS: readonly { begins: RegExp; lengths: readonly number[] }[] = [
  { begins: /^4/, lengths: [16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { begins: /^3(?:0[0-5]|095|[689])/, lengths: [14, 16, 19] },
  { begins: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { begins: /^62/, lengths: [16, 17, 18, 19] },
];
/** As cards are printed: in fours, or 4-6-5 and 4-6-4. */
const CARD_GROUPS = /^(?:\d+|\d{4}(?: \d{4}){2} \d{2,4}|\d{4}(?: \d{4}){3} \d{1,3}|\d{4} \d{6} \d{4,5})$/;
const MY_NUMBER_GROUPS = /^(?:\d{12}|\d{4} \d{4} \d{4})$/;
const NAMES_MY_NUMBER = /マイナンバー|まいなんばー|ﾏｲﾅﾝﾊﾞｰ|個人番号|通知カード|my ?number|individual number/iu;
/** One number in eleven passes the check: where a message speaks of parcels, orders or bookings, twelve digits are theirs. */
const NAMES_OTHER_NUMBER =
  /伝票|送り状|追跡|問い?合わ?せ番号|荷物|配送|配達|宅配|再配達|注文|受注|受付番号|会員番号|予約|請求書?番号|JAN|バーコード|シリアル|製造番号|型番|口座|tracking|parcel|shipment|deliver|order|invoice|booking|serial|account/iu;
/** Right before a number: what it is, and so no card. */
const OTHER_LABEL =
  /(?:注文|受注|伝票|送り状|追跡|問い?合わ?せ|受付|会員|顧客|予約|請求|シリアル|製造|管理)(?:書)?(?:番号|no\.?|№)?(?:[はがのを:：#＃\s]|です)*$|(?:order|tracking|invoice|booking|serial|account|reference)(?: (?:number|no\.?|id))?(?:\s|[:#]|is)*$/iu;
/** 20261122140500 and 2026112214051234: a time, which machines write into numbers of their own. */
const TIME = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d/;

export type Masked = { text: string; count: number };

/** A text without card numbers and individual numbers: 4111-1111-1111-1111 → ●●●●-●●●●-●●●●-1111. The same text when there is none. */
export function maskNumbers(text: string): Masked {
  if (!ANY.test(text)) return { text, count: 0 };
  let count = 0;
  const masked = text.replace(RUN, (run, at: number) => {
    const groups = run.normalize('NFKC').replace(/[^0-9]+/g, ' ');
    if (!isCard(groups, text.slice(Math.max(0, at - 40), at)) && !isIndividual(groups, text)) return run;
    count += 1;
    return hideDigits(run);
  });
  return { text: masked, count };
}

function isCard(groups: string, before: string): boolean {
  const digits = groups.replaceAll(' ', '');
  const isOfNetwork = NETWORKS.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits));
  return isOfNetwork && CARD_GROUPS.test(groups) && isCardNumber(digits) && !/^(\d)\1+$/.test(digits) && !OTHER_LABEL.test(before);
}

function isIndividual(groups: string, text: string): boolean {
  const digits = groups.replaceAll(' ', '');
  if (!MY_NUMBER_GROUPS.test(groups) || !isMyNumber(digits) || TIME.test(digits)) return false;
  return NAMES_MY_NUMBER.test(text) || !NAMES_OTHER_NUMBER.test(text);
}

/** Digits but the last four become ●; what stands between them stays. */
function hideDigits(run: string): string {
  let left = run.replace(/[^0-9０-９]/g, '').length - KEPT;
  return run.replace(/[0-9０-９]/g, (digit) => {
    left -= 1;
    return left >= 0 ? '●' : digit;
  });
}
