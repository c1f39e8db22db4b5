import type { Locale } from '@madoguchi/contract/common.ts';
import en from '@madoguchi/words/desk-admin/en.json';
import ja from '@madoguchi/words/desk-admin/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';
import { useLocale } from '../app/locale.tsx';

export type AdminWords = ReturnType<typeof makeWords<typeof ja>>;
export type AdminKey = Parameters<AdminWords>[0];

/** `t` of knowledge, customers, settings and setup, for a language that is known. */
export const adminWords: Record<Locale, AdminWords> = { ja: makeWords(ja, en, 'ja'), en: makeWords(ja, en, 'en') };

/** `t` of knowledge, customers, settings and setup in the language now on screen. */
export const useAdminWords = (): AdminWords => adminWords[useLocale()];
