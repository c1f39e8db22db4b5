import type { Channel } from '../channel.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import { deliverBluesky } from './deliver/deliver-bluesky.ts';
import { TEXT_GRAPHEMES } from './deliver/record.rules.ts';
import { parseBluesky } from './receive/parse-bluesky.ts';
import { readMentions } from './receive/read-mentions.ts';
import { signIn } from './session.ts';

/** Where Bluesky shows the pictures of posts. */
const PICTURES = 'https://cdn.bsky.app/img/feed_fullsize/plain';

/** Public posts on Bluesky that mention the account or answer it. @param everyMs how often it is asked for new ones */
export const makeBluesky = (everyMs: number): Channel => ({
  name: 'bluesky',
  fields: [
    { name: 'identifier', kind: 'text', required: true },
    { name: 'appPassword', kind: 'secret', required: true },
    { name: 'service', kind: 'url', required: false, default: 'https://bsky.social', advanced: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: false,
    typing: false,
    textCharacters: TEXT_GRAPHEMES,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 1,
    // What is said in public, people say.
    firstAnswer: 'human',
  },
  version: 1,
  parse: parseBluesky,
  async fetchFile(call, ref) {
    if (!/^did:[\w.:%-]+\/\w+$/.test(ref)) throw new ChannelError('rejected', { detail: ref.slice(0, 100) });
    const { status, headers, body } = await call.ask(`${PICTURES}/${ref}@jpeg`);
    if (status !== 200) throw errorOfAnswer(status, headers, 'picture');
    return { bytes: body };
  },
  inPublic: () => true,
  deliver: deliverBluesky,
  connect: readMentions(everyMs),
  async check(call) {
    const { handle } = await signIn(call);
    return { account: `@${handle.slice(0, 253)}` };
  },
});

export const blueskyChannel = makeBluesky(20_000);
