import type { Channel } from '../channel.ts';
import { continueWord } from '../line/parse/link-word.rules.ts';
import { wordAbout } from '../port/attend-words.rules.ts';
import { bounded } from '../port/bounded.rules.ts';
import { ChannelError } from '../port/channel-error.ts';
import { DM_LIMIT, deliverX, sendDm } from './deliver-x.ts';
import { fetchMedia } from './media.ts';
import { parseX } from './parse-x.ts';
import { verifyX } from './signature.ts';
import { keepWebhook } from './webhook.ts';
import { askX } from './x.api.ts';
import { dmLine, postLine } from './x.types.ts';

/** X: direct messages, and public posts that mention the account, by the Account Activity API. Signed as the account itself (OAuth 1.0a). */
export const xChannel: Channel = {
  name: 'x',
  fields: [
    { name: 'accountId', kind: 'text', required: true },
    { name: 'apiKey', kind: 'text', required: true },
    { name: 'apiSecret', kind: 'secret', required: true },
    { name: 'accessToken', kind: 'secret', required: true },
    { name: 'accessTokenSecret', kind: 'secret', required: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: true,
    typing: false,
    textCharacters: DM_LIMIT,
    replyWindowHours: null,
    // X knows no idempotency keys.
    idempotentSend: false,
    batch: 1,
    // What is said in public, people say.
    firstAnswer: 'human',
  },
  version: 1,
  verify: verifyX,
  parse: parseX,
  fetchFile: fetchMedia,
  inPublic: (externalId) => externalId.startsWith(postLine('')),
  deliver: deliverX,
  async attend(call, { identity, externalId }, about, locale) {
    const word = wordAbout(about, locale);
    if (word && externalId === dmLine(identity.value)) await sendDm(call, identity.value, { text: word, images: [] });
  },
  // Whoever complained in public may go on alone with us: https://developer.x.com/en/docs/x-for-websites/direct-message-button/overview
  continueUrl: ({ accountId }, token, locale) =>
    `https://x.com/messages/compose?recipient_id=${encodeURIComponent(String(accountId))}&text=${encodeURIComponent(continueWord(token, locale))}`,
  async check(call) {
    const { id, username } = await askX(call, '/2/users/me');
    const account = `@${bounded(username, 100)}`;
    if (id !== call.settings.accountId)
      throw new ChannelError('credentials_refused', { detail: `the token is for ${account} (${bounded(id, 30)})` });
    return { account, notes: { webhook: (await keepWebhook(call)) ? 'active' : 'none' } };
  },
};
