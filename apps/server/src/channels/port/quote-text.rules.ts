// Pure: the article that a bot's answer quotes, on platforms that only know words.
import { plainText } from '../../knowledge/plain-text.rules.ts';
import type { Outbound } from './port.types.ts';

/** Its title, its words, and where the whole of it can be read. */
export const quoteAsText = ({ title, text, url }: NonNullable<Outbound['quote']>): string =>
  [title, plainText(text), url ?? ''].filter(Boolean).join('\n');

/** What a message says in words, without its choices and files. */
export const wordsOf = ({ text, quote }: Outbound): string => [text, quote ? quoteAsText(quote) : ''].filter(Boolean).join('\n\n');
