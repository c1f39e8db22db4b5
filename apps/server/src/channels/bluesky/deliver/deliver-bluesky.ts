import { wordsFor } from '../../../platform/words.ts';
import type { Channel } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import type { BlueskyState, PostRef } from '../bluesky.types.ts';
import { askBluesky, json, ownAccount } from '../session.ts';
import { postsOf, recordKey, recordOf } from './record.rules.ts';

/** https://docs.bsky.app/docs/advanced-guides/posts#images-embeds */
const MOST_IMAGES = 4;
const IMAGE_LIMIT = 1_000_000;

const isShown = ({ type, sizeInBytes }: OutboundFile): boolean => /^image\/(jpeg|png|webp)$/.test(type) && sizeInBytes <= IMAGE_LIMIT;

/** Answers in public, below the customer's post; a long answer is a thread of its own parts. */
export const deliverBluesky: NonNullable<Channel['deliver']> = async (call, [message], sent) => {
  if (!message) return;
  const state = message.line.state as Partial<BlueskyState>;
  if (!state.parent || !state.root) throw new ChannelError('unsupported', { detail: 'no post to answer' });
  const { did } = await ownAccount(call);
  const shown = message.files.filter(isShown).slice(0, MOST_IMAGES);
  const posts = postsOf(
    message,
    linksTo(
      message,
      message.files.filter((file) => !shown.includes(file)),
    ),
  );
  const images = await Promise.all(shown.map((file) => upload(call, file)));
  const said: PostRef[] = [];
  for (const [part, text] of (posts.length > 0 ? posts : ['']).entries()) {
    const record = recordOf(message, { text, parent: said.at(-1) ?? state.parent, root: state.root, images: part === 0 ? images : [] });
    const wish = { repo: did, collection: 'app.bsky.feed.post', rkey: recordKey(message, part), record };
    // Put, not create: the same record again is no fault.
    const { uri, cid } = await askBluesky(call, '/xrpc/com.atproto.repo.putRecord', json(wish));
    said.push({ uri: String(uri), cid: String(cid) });
  }
  await sent(
    message,
    said.map(({ uri }) => uri),
  );
};

function linksTo({ conversation }: Outbound, files: readonly OutboundFile[]): string[] {
  return files.map(({ name, url }) => {
    if (!url) throw new ChannelError('unsupported', { detail: `${name}: no public address to fetch it from` });
    return wordsFor(conversation.locale)('channel.file_link', { name, url });
  });
}

async function upload(call: Call, file: OutboundFile): Promise<object> {
  const { blob } = await askBluesky(call, '/xrpc/com.atproto.repo.uploadBlob', {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: await file.read(),
  });
  return { alt: file.name, image: blob };
}
