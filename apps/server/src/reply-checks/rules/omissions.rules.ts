// What was promised and is not there, or is there and should have been filled in.
import type { Finding, Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

/** Attachments that the customer sent or is to send, not we. */
const THEIRS = /^(?:いただ|頂|くださ|下さ|された|願|をお願い|のうえ|の上)/;
const ASKED = /(?:please|could you|can you|you|if you|did you|don['’]t|to|kindly)\s+(?:\w+\s+){0,2}$/i;

/** A file is spoken of as ours and none goes along. */
export const attachmentRule: Rule = ({ text, attachments }): Finding[] => {
  if (attachments > 0) return [];
  const said = { rule: 'no_attachment', weight: 'warning' } as const;
  return [
    ...findAll(text, /(?<!ご)添付(?=の|に|ファイル|資料|書類|画像|写真|し(?!て(?:いただ|頂|くださ|下さ|お送りくだ))|いた|致)/g, (match) =>
      THEIRS.test(text.slice(match.index + 2)) ? null : said,
    ),
    ...findAll(text, /\b(?:attached|enclosed|attachment)\b/gi, (match) => {
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      return ASKED.test(before) || /\b(?:your|the customer['’]s|an)\s+$/i.test(before) ? null : said;
    }),
  ].slice(0, 1);
};

/** Blanks of a template that nobody filled in. */
export const leftBlankRule: Rule = ({ text }) =>
  findAll(
    text,
    /\{\{[^{}\n]{0,40}\}\}|[〇○◯●]{2,}|[Xx×]{3,}|【[ 　]*】|［[ 　]*］|\[(?:name|date|amount|number|TBD|your \w+)\]|<<[^<>\n]{1,30}>>/g,
    () => ({
      rule: 'left_blank',
      weight: 'warning',
    }),
  );

const letters = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
const LATIN = /\p{Script=Latin}/gu;

/** A reply in another language than the customer's. Short ones, and those full of names and addresses, are let be. */
export const otherLanguageRule: Rule = ({ text, locale }) => {
  const plain = text.replaceAll(/https?:\/\/\S+|\S+@\S+/g, '');
  const japanese = letters(plain, JAPANESE);
  const latin = letters(plain, LATIN);
  const other = locale === 'ja' ? latin >= 30 && japanese < latin / 20 : japanese >= 10 && latin < japanese;
  return other ? [{ rule: 'other_language', weight: 'hint', from: 0, to: 0, found: '', instead: null, against: locale }] : [];
};
