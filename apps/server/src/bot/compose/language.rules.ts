// Pure.
import type { Locale } from '@madoguchi/contract/common.ts';
import { hasCjk } from '../../platform/text/scripts.ts';

/** The language a question is written in; that of the screen where the question itself does not tell (「A-1」). */
export function languageOf(question: string, locale: string): Locale {
  if (hasCjk(question)) return 'ja';
  if (/[a-z]{2}/i.test(question)) return 'en';
  return locale === 'en' ? 'en' : 'ja';
}
