import type { Locale } from '@madoguchi/contract/common.ts';
import { wordsIn } from '../words.ts';
import type { CalloutWords } from './callout.ts';

const inLocale = (locale: Locale): CalloutWords => {
  const t = wordsIn(locale);
  return (kind) => t(`callout.${kind}`);
};

/** What stands over callouts, in the language of the article. */
export const calloutWords: Readonly<Record<Locale, CalloutWords>> = { ja: inLocale('ja'), en: inLocale('en') };
