// Pure: what counts as an answer of a kind, and how it is kept.
import type { AnswerKind } from '@madoguchi/contract/flows.ts';
import { cutText } from '../../platform/text/fold.ts';
import { readDate } from './dates.rules.ts';

const MOST_CHARACTERS = 2000;
const DASHES = /[\u2010-\u2015\u2212\u30fc\uff0d]/g;

/** Width folded, dashes plain, trimmed; the case stays. */
const fold = (text: string): string => text.normalize('NFKC').replace(DASHES, '-').trim();

const READERS: Record<AnswerKind, (text: string, today: string) => string | null> = {
  text: (text) => cutText(text.trim(), MOST_CHARACTERS) || null,
  email: (text) => {
    const written = text.normalize('NFKC').trim();
    return written.length <= 254 && /^[^\s@"'<>(),;:]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(written)
      ? written
      : null;
  },
  phone: (text) => {
    const digits = fold(text).replace(/[\s().-]/g, '');
    if (/^0[1-9]\d{8,9}$/.test(digits)) return digits;
    return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : null;
  },
  number: (text) => {
    const written = fold(text)
      .replace(/^[¥$]\s*/, '')
      .replace(/\s*(?:円|個|点|本|枚|名|人|件)$/, '');
    const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written;
    return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(plain) ? String(Number(plain)) : null;
  },
  date: readDate,
  order_number: (text) => {
    const written = fold(text).replace(/^(?:#|no\.?\s*)/i, '');
    return /^[A-Za-z0-9-]{3,40}$/.test(written) && /[A-Za-z0-9]/.test(written) ? written : null;
  },
};

/** The answer as it is kept (dates as YYYY-MM-DD, phone numbers as digits), or null when it is none of its kind. `today`: YYYY-MM-DD. */
export const readAnswer = (kind: AnswerKind, text: string, today: string): string | null => READERS[kind](text, today);
