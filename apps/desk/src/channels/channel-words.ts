import type { Locale } from '@madoguchi/contract/common.ts';
import { useEffect, useMemo } from 'react';
import { useLocale } from '../app/locale.tsx';
import { makeStore, useStore } from '../ui/store.ts';

type Catalogue = Readonly<Record<string, string>>;

/** Fetched when first asked for, one language at a time: with guides for a dozen platforms they would weigh on every first load. */
const load: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  ja: () => import('@madoguchi/words/channels/ja.json'),
  en: () => import('@madoguchi/words/channels/en.json'),
};

const known = makeStore<Partial<Record<Locale, Catalogue>>>({});
const asked = new Set<Locale>();

function ask(locale: Locale): void {
  if (asked.has(locale)) return;
  asked.add(locale);
  load[locale]().then(
    ({ default: words }) => known.set((now) => ({ ...now, [locale]: words })),
    // Names do without; the next screen asks again.
    () => asked.delete(locale),
  );
}

/**
 * The words of channels, by names that come from the server: `channels.<channel>.…`. A setting may not be called name, text or guide. What nobody has
 * written yet is told by its own name, so that a new channel can be used before it is translated.
 */
export const channelWordsOf = (words: Catalogue | undefined) => ({
  /** Whether the words are here: a form shows no bare names while they are on their way. */
  ready: words !== undefined,
  name: (channel: string): string => words?.[`channels.${channel}.name`] ?? channel,
  /** What it is good for, in a sentence. */
  text: (channel: string): string | undefined => words?.[`channels.${channel}.text`],
  /** What is to be done in the platform's own console, step by step. */
  guide: (channel: string): string[] => words?.[`channels.${channel}.guide`]?.split('\n') ?? [],
  field: (channel: string, field: string): string => words?.[`channels.${channel}.${field}`] ?? field,
  help: (channel: string, field: string): string | undefined => words?.[`channels.${channel}.${field}_help`],
  choice: (channel: string, field: string, choice: string): string => words?.[`channels.${channel}.${field}.${choice}`] ?? choice,
  /** Why something could not be done. */
  failure: (code: string): string | undefined => words?.[`failure.${code}`],
  /** What a person can do about it, where something can be done. */
  wayOut: (code: string): string | undefined => words?.[`way_out.${code}`],
  /** How a message was found to belong to its conversation. */
  joined: (code: string): string | undefined => words?.[`joined.${code}`],
  /** One of the figures that a channel reports of itself. */
  note: (name: string): string => words?.[`notes.${name}`] ?? name,
  /** What such a figure says, where it is a word. */
  noted: (name: string, value: string | number): string =>
    words?.[`notes.${name}.${value}`] ?? words?.[`failure.${value}`] ?? String(value),
});
export type ChannelWords = ReturnType<typeof channelWordsOf>;

/** The words of channels in the language now on screen; they arrive a moment after the first screen that needs them. */
export function useChannelWords(): ChannelWords {
  const locale = useLocale();
  const words = useStore(known, (all) => all[locale]);
  useEffect(() => ask(locale), [locale]);
  return useMemo(() => channelWordsOf(words), [words]);
}
