import { wordsFor } from '../../platform/words.ts';
import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { askLine, errorOfLine, readJson } from './line.api.ts';
import type { LineState } from './line.types.ts';

const WORDS = {
  link_over: 'channel.link_over',
  link_member: 'channel.link_member',
  identified: 'channel.identified',
  identify_failed: 'channel.identify_failed',
} as const;

/**
 * A word of our own by the reply token of what was just heard: free, and said once, as the token is good once.
 * `account_link`: gives the person the way to the company's sign-in, which leads back with a nonce of ours
 * (https://developers.line.biz/en/docs/messaging-api/linking-accounts/).
 */
export const attendLine: NonNullable<Channel['attend']> = async (call, line, about, locale) => {
  const { replyToken } = (line.state ?? {}) as LineState;
  if (!replyToken) return;
  const say = wordsFor(locale);
  const known = about in WORDS ? WORDS[about as keyof typeof WORDS] : null;
  if (known) return reply(call, replyToken, { type: 'text', text: say(known) });
  if (about !== 'account_link') return;
  const url = await signInUrl(call, line.externalId);
  if (!url) return reply(call, replyToken, { type: 'text', text: say('channel.identify_failed') });
  await reply(call, replyToken, {
    type: 'template',
    altText: say('channel.identify_ask'),
    template: {
      type: 'buttons',
      text: say('channel.identify_ask'),
      actions: [{ type: 'uri', label: say('channel.identify_button'), uri: url }],
    },
  });
};

async function reply(call: Call, replyToken: string, message: object): Promise<void> {
  await askLine(call, '/v2/bot/message/reply', { method: 'POST', json: { replyToken, messages: [message] } });
}

/** Where the person signs in with the company; null where the inbox names no such page. @throws ChannelError */
async function signInUrl(call: Call, userId: string): Promise<string | null> {
  const { loginUrl } = call.settings;
  if (typeof loginUrl !== 'string' || !loginUrl.startsWith('https://') || !URL.canParse(loginUrl)) return null;
  const answer = await askLine(call, `/v2/bot/user/${encodeURIComponent(userId)}/linkToken`, { method: 'POST' });
  if (answer.status !== 200) throw errorOfLine(answer);
  const url = new URL(loginUrl);
  url.searchParams.set('linkToken', String(readJson(answer).linkToken));
  return url.href;
}
