// Pure: what a channel says by itself after a link was followed.
import { wordsFor } from '../../platform/words.ts';
import type { Attended } from '../channel.ts';

const WORDS = { link_over: 'channel.link_over', link_member: 'channel.link_member' } as const;

/** Null: nothing is to be said of it. */
export const wordAbout = (about: Attended, locale: 'ja' | 'en'): string | null =>
  about in WORDS ? wordsFor(locale)(WORDS[about as keyof typeof WORDS]) : null;
