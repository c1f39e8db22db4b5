import type { Locale } from '@madoguchi/contract/common.ts';
import en from '@madoguchi/words/desk/en.json';
import ja from '@madoguchi/words/desk/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { readStored, writeStored } from './storage.ts';

export type Words = ReturnType<typeof makeWords<typeof ja>>;
export type WordKey = Parameters<Words>[0];

const both: Record<Locale, Words> = { ja: makeWords(ja, en, 'ja'), en: makeWords(ja, en, 'en') };

const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void } | null>(null);

const storageKey = 'madoguchi.locale';

function firstLocale(): Locale {
  const stored = readStored(storageKey);
  if (stored === 'ja' || stored === 'en') return stored;
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

/** Remembers the language on this machine; after sign-in the agent's own language takes over (see `useAdoptLocale`). */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
    // An app is installed under the name it has in the language of the moment.
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/desk/manifest.${locale}.webmanifest`);
    writeStored(storageKey, locale);
  }, [locale]);
  const value = useMemo(() => ({ locale, setLocale }), [locale]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

function useLocaleContext() {
  const value = use(LocaleContext);
  if (!value) throw new Error('LocaleProvider is missing above');
  return value;
}

/** The language now on screen. */
export const useLocale = (): Locale => useLocaleContext().locale;
export const useSetLocale = () => useLocaleContext().setLocale;

/** `t` of the desk in the language now on screen. */
export const useWords = (): Words => both[useLocale()];

/** The words in a language that need not be the reader's: what customers see. */
export const customerWords = (locale: Locale): Words => both[locale];

/** A word in every language, e.g. to find a command by either. */
export const bothLanguages = (key: WordKey): string[] => [both.ja(key), both.en(key)];

/** For places outside React's tree, such as a failed background write. */
export const wordsNow = (): Words => both[document.documentElement.lang === 'en' ? 'en' : 'ja'];
