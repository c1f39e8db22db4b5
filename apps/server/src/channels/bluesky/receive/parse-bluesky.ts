import type { Block } from '@madoguchi/contract/messages.ts';
import { bounded, listOf } from '../../port/bounded.rules.ts';
import type { InboundEvent, InboundFile, RawPayload } from '../../port/port.types.ts';
import type { Author, BlueskyState, Mention, PostRecord, PostRef } from '../bluesky.types.ts';

const LONGEST_TEXT = 20_000;

/** One mention or reply, as `readMentions` kept it. @throws when it is none */
export function parseBluesky({ body }: RawPayload): InboundEvent[] {
  const mention = JSON.parse(body.toString('utf8')) as Mention | null;
  if (!mention?.notification) throw new Error('no mention of Bluesky');
  const { notification, parent } = mention;
  const [uri, cid, did] = [bounded(notification.uri, 500), bounded(notification.cid, 200), bounded(notification.author?.did, 300)];
  if (!uri || !cid || !did) return [{ kind: 'ignored', because: 'no_author' }];
  const record = notification.record ?? {};
  const files = imagesOf(did, record.embed);
  const at = new Date(notification.indexedAt ?? '');
  const name = bounded(notification.author?.displayName, 100).trim() || handleOf(notification.author);
  const parentUri = bounded(record.reply?.parent?.uri, 500);
  const state: BlueskyState = { parent: { uri, cid }, root: rootOf(record, { uri, cid }) };
  const language = listOf(record.langs)[0];
  return [
    {
      kind: 'message',
      externalId: uri,
      line: {
        externalId: did,
        identity: { kind: 'bluesky', value: did, verified: true },
        ...(name ? { name } : {}),
        ...(language === 'ja' || language === 'en' ? { locale: language } : {}),
        state,
      },
      text: bounded(record.text, LONGEST_TEXT),
      blocks: [postBlock(parent?.uri ? { ...parent, uri: parent.uri } : { uri, author: notification.author, record })],
      ...(files.length > 0 ? { files } : {}),
      ...(Number.isNaN(at.getTime()) ? {} : { at }),
      ...(parentUri ? { repliesTo: parentUri } : {}),
    },
  ];
}

const handleOf = (author: Author | undefined): string => {
  const handle = bounded(author?.handle, 253);
  return handle ? `@${handle}` : '';
};

/** A thread's first post; a post that answers nothing is its own. */
function rootOf({ reply }: PostRecord, own: PostRef): PostRef {
  const [uri, cid] = [bounded(reply?.root?.uri, 500), bounded(reply?.root?.cid, 200)];
  return uri && cid ? { uri, cid } : own;
}

/** The post that a reply belongs to, or the one with the mention. */
const postBlock = ({ uri, author, record }: { uri: string; author?: Author | undefined; record?: PostRecord | undefined }): Block => ({
  type: 'post',
  url: addressOf(uri, author),
  author: handleOf(author),
  text: bounded(record?.text, 3000),
});

/** Where people see a post: at://did/app.bsky.feed.post/rkey. */
export function addressOf(uri: string, author: Author | undefined): string {
  const [, did, , rkey] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? [];
  return `https://bsky.app/profile/${encodeURIComponent(bounded(author?.handle, 253) || (did ?? ''))}/post/${encodeURIComponent(rkey ?? '')}`;
}

function imagesOf(did: string, embed: PostRecord['embed']): InboundFile[] {
  const images = [...listOf(embed?.images), ...listOf(embed?.media?.images)].slice(0, 10);
  return images.flatMap((one) => {
    const cid = bounded(one?.image?.ref?.$link, 100);
    return /^[a-z0-9]+$/i.test(cid) ? [{ name: 'photo.jpg', type: 'image/jpeg', ref: `${did}/${cid}` }] : [];
  });
}
