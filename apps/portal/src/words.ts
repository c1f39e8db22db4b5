import type { Locale } from '@madoguchi/contract/common.ts';
import en from '@madoguchi/words/portal/en.json';
import ja from '@madoguchi/words/portal/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';

/** Turns keys into what the reader of the help center reads. */
export const wordsIn = (locale: Locale) => makeWords(ja, en, locale);
export type Words = ReturnType<typeof wordsIn>;
