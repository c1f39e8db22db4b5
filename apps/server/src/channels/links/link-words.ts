import en from '@madoguchi/words/channels/en.json' with { type: 'json' };
import ja from '@madoguchi/words/channels/ja.json' with { type: 'json' };
import { makeWords } from '@madoguchi/words/words.ts';
import { wordsFor } from '../../platform/words.ts';

type Joined = { from: string; to: string; number: number };

/** What both sides read when lines are joined and when that is undone: it names channels and number, and nothing that was said. */
export function linkWords(locale: string, { from, to, number }: Joined): { joined: string; undone: string } {
  const say = wordsFor(locale);
  const values = { from: channelName(locale, from), to: channelName(locale, to), number };
  return { joined: say('link.joined', values), undone: say('link.undone', values) };
}

/** What an agent sends the customer: where to go on, and what to do there. */
export const linkInvitation = (locale: string, channel: string, url: string): string =>
  wordsFor(locale)('link.invitation', { to: channelName(locale, channel), url });

const channelName = (locale: string, channel: string): string =>
  makeWords(ja as Record<string, string>, en, locale)(`channels.${channel}.name`);
