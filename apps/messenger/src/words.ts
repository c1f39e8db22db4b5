import type { Locale } from '@madoguchi/contract/common.ts';
import en from '@madoguchi/words/messenger/en.json';
import ja from '@madoguchi/words/messenger/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';

/** Turns keys into what the customer reads. */
export const wordsIn = (locale: Locale) => makeWords(ja, en, locale);
export type Words = ReturnType<typeof wordsIn>;
