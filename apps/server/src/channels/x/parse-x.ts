import type { Settings } from '../channel.ts';
import { tokenIn } from '../line/parse/link-word.rules.ts';
import { bounded, idOf, listOf } from '../port/bounded.rules.ts';
import type { InboundEvent, InboundFile, Line, RawPayload } from '../port/port.types.ts';
import { isMediaAddress } from './media.ts';
import { type DirectMessage, dmLine, type Post, postLine, type Webhook } from './x.types.ts';

const LONGEST_TEXT = 20_000;

const ignored = (because: string): InboundEvent => ({ kind: 'ignored', because });

/** A webhook of the Account Activity API. What is for another account of the same app is left aside. @throws when it is none at all */
export function parseX({ body }: RawPayload, settings: Settings): InboundEvent[] {
  const webhook = JSON.parse(body.toString('utf8')) as Webhook | null;
  if (!webhook || typeof webhook !== 'object' || Array.isArray(webhook)) throw new Error('no webhook of X');
  const account = String(settings.accountId);
  if (idOf(webhook.for_user_id) !== account) return [ignored('another_account')];
  const events = [
    ...listOf(webhook.direct_message_events).map((one) => directMessage(one ?? {}, webhook, account)),
    ...listOf(webhook.tweet_create_events).map((one) => postOf(one ?? {}, account)),
    ...listOf(webhook.direct_message_mark_read_events).map((one) => readMark(one ?? {}, account)),
    ...listOf(webhook.tweet_delete_events).map((one) => deleted(one ?? {})),
    ...listOf(webhook.block_events).map((one) => block(one ?? {}, account)),
  ];
  return events.length > 0 ? events : [ignored(Object.keys(webhook).sort().join(',').slice(0, 100))];
}

const person = (id: string, externalId: string): Pick<Line, 'externalId' | 'identity'> => ({
  externalId,
  identity: { kind: 'x', value: id, verified: true },
});

/** Milliseconds since 1970, as text. */
const timeOf = (ms: unknown): { at?: Date } => (Number(ms) > 0 ? { at: new Date(Number(ms)) } : {});

function directMessage({ type, id, created_timestamp, message_create }: DirectMessage, { users }: Webhook, account: string): InboundEvent {
  const [externalId, from] = [idOf(id), idOf(message_create?.sender_id)];
  if (type !== 'message_create' || !externalId || !from) return ignored(bounded(type, 60) || 'no_type');
  if (from === account) return ignored('echo');
  const { text, attachment } = message_create?.message_data ?? {};
  const files = filesOf(attachment?.media ? [attachment.media] : []);
  const name = bounded(users?.[from]?.name, 100) || bounded(users?.[from]?.screen_name, 100);
  // The address of a picture stands in the words as well.
  const words = bounded(text, LONGEST_TEXT).replace(files.length > 0 ? bounded(attachment?.media?.url, 100) : '', '');
  const line: Line = { ...person(from, dmLine(from)), ...(name ? { name } : {}) };
  const token = tokenIn(words);
  if (token) return { kind: 'linked', line, token, ...timeOf(created_timestamp) };
  return {
    kind: 'message',
    externalId,
    line,
    text: words.trim(),
    ...(files.length > 0 ? { files } : {}),
    ...timeOf(created_timestamp),
  };
}

function postOf(post: Post, account: string): InboundEvent {
  const [externalId, from] = [idOf(post.id_str), idOf(post.user?.id_str)];
  if (!externalId || !from) return ignored('no_author');
  if (from === account) return ignored('echo');
  if (post.retweeted_status) return ignored('repost');
  const screenName = bounded(post.user?.screen_name, 50);
  const text = bounded(post.extended_tweet?.full_text ?? post.text, LONGEST_TEXT);
  const files = filesOf((post.extended_tweet?.extended_entities ?? post.extended_entities)?.media);
  const repliesTo = idOf(post.in_reply_to_status_id_str);
  return {
    kind: 'message',
    externalId,
    line: {
      ...person(from, postLine(from)),
      name: bounded(post.user?.name, 100) || `@${screenName}`,
      ...(post.lang === 'ja' || post.lang === 'en' ? { locale: post.lang } : {}),
      state: { postId: externalId },
    },
    text,
    blocks: [
      {
        type: 'post',
        url: `https://x.com/${encodeURIComponent(screenName || 'i')}/status/${encodeURIComponent(externalId)}`,
        author: `@${screenName}`,
        text: text.slice(0, 3000).toWellFormed(),
      },
    ],
    ...(files.length > 0 ? { files } : {}),
    ...timeOf(post.timestamp_ms),
    ...(repliesTo ? { repliesTo } : {}),
  };
}

const filesOf = (media: readonly ({ media_url_https?: string } | null)[] | undefined): InboundFile[] =>
  listOf(media)
    .slice(0, 10)
    .flatMap((one) => {
      const ref = bounded(one?.media_url_https, 2000);
      return isMediaAddress(ref) ? [{ name: new URL(ref).pathname.split('/').at(-1) || 'photo.jpg', ref }] : [];
    });

function readMark({ sender_id, created_timestamp }: { sender_id?: string; created_timestamp?: string }, account: string): InboundEvent {
  const [from, { at }] = [idOf(sender_id), timeOf(created_timestamp)];
  return from && from !== account && at ? { kind: 'seen_until', line: person(from, dmLine(from)), at } : ignored('own_read_mark');
}

function deleted({ status }: { status?: { id?: string; user_id?: string } }): InboundEvent {
  const [externalId, from] = [idOf(status?.id), idOf(status?.user_id)];
  return externalId && from ? { kind: 'unsent', externalId, line: person(from, postLine(from)) } : ignored('no_id');
}

/** Whoever blocks us can no longer be written to; whom we block is our own doing. */
function block({ type, source, created_timestamp }: NonNullable<Webhook['block_events']>[number], account: string): InboundEvent {
  const from = idOf(source?.id);
  if (!from || from === account) return ignored('own_block');
  const reachable = type === 'unblock';
  return {
    kind: 'reach',
    line: person(from, dmLine(from)),
    reachable,
    because: bounded(type, 60),
    onlyIfKnown: true,
    ...timeOf(created_timestamp),
  };
}
