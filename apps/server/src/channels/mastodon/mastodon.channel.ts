import type { Channel } from '../channel.ts';
import { bounded } from '../port/bounded.rules.ts';
import { errorOfAnswer } from '../port/channel-error.ts';
import { deliverMastodon, TEXT_LIMIT } from './deliver-mastodon.ts';
import { askMastodon, serverOf } from './mastodon.api.ts';
import { parseMastodon } from './parse-mastodon.ts';
import { readMentions } from './read-mentions.ts';

/** Posts on Mastodon (and servers that speak like it) that mention the account. @param everyMs how often it is asked for new ones */
export const makeMastodon = (everyMs: number): Channel => ({
  name: 'mastodon',
  fields: [
    { name: 'server', kind: 'url', required: true },
    { name: 'accessToken', kind: 'secret', required: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: false,
    typing: false,
    textCharacters: TEXT_LIMIT,
    replyWindowHours: null,
    // Servers remember an idempotency key for an hour; what went out before is kept with the line.
    idempotentSend: true,
    batch: 1,
    // What is said in public, people say.
    firstAnswer: 'human',
  },
  version: 1,
  parse: parseMastodon,
  async fetchFile(call, ref) {
    const { status, headers, body } = await call.ask(ref);
    if (status !== 200) throw errorOfAnswer(status, headers, new URL(ref).hostname);
    return { bytes: body };
  },
  inPublic: () => true,
  deliver: deliverMastodon,
  connect: readMentions(everyMs),
  async check(call) {
    const { acct } = (await askMastodon(call, '/api/v1/accounts/verify_credentials')) as { acct?: unknown };
    return { account: `@${bounded(acct, 200)}@${new URL(serverOf(call)).host}` };
  },
});

export const mastodonChannel = makeMastodon(20_000);
