import { wordsFor } from '../../platform/words.ts';
import type { Channel } from '../channel.ts';
import { idOf } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { numberedLines } from '../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../port/port.types.ts';
import { wordsOf } from '../port/quote-text.rules.ts';
import { sendParts } from '../port/send-parts.ts';
import { splitText } from '../port/split-text.rules.ts';
import { splitToFit } from '../port/split-to-fit.rules.ts';
import { isShown, uploadMedia } from './media.ts';
import { POST_WEIGHT, weightOf } from './weight.rules.ts';
import { asJson, askX } from './x.api.ts';
import type { XState } from './x.types.ts';

export const DM_LIMIT = 10_000;
const MOST_IMAGES = 4;

/** Answers where the customer wrote: to them alone, or in public below their post, a long answer as a thread. */
export const deliverX: NonNullable<Channel['deliver']> = async (call, [message], sent, note) => {
  if (!message) return;
  if (!message.line.reachable) throw new ChannelError('blocked');
  const [, way, to = ''] = /^(dm|post):(\w+)$/.exec(message.line.externalId) ?? [];
  if (way === 'dm') return sendParts(message, dmParts(message), { sent, note, sendOne: (part) => sendDm(call, to, part) });
  const { postId } = message.line.state as Partial<XState>;
  if (!postId) throw new ChannelError('unsupported', { detail: 'no post to answer' });
  await sendParts(message, postParts(message), {
    sent,
    note,
    sendOne: (part, _index, before) => sendPost(call, before.at(-1) ?? postId, part),
  });
};

type Part = { text: string; images: readonly OutboundFile[] };

/** A direct message carries one picture. */
function dmParts(message: Outbound): Part[] {
  const images = message.files.filter(isShown);
  const texts = splitText(wordsWith(message, images), DM_LIMIT).map((text): Part => ({ text, images: [] }));
  return [...texts, ...images.map((image): Part => ({ text: '', images: [image] }))];
}

/** A post carries four pictures. */
function postParts(message: Outbound): Part[] {
  const images = message.files.filter(isShown).slice(0, MOST_IMAGES);
  const texts = splitToFit(wordsWith(message, images), POST_WEIGHT, (text) => weightOf(text) <= POST_WEIGHT);
  return (texts.length > 0 ? texts : ['']).map((text, index) => ({ text, images: index === 0 ? images : [] }));
}

function wordsWith(message: Outbound, images: readonly OutboundFile[]): string {
  const links = message.files.filter((file) => !images.includes(file));
  const said = links.map(({ name, url }) => {
    if (!url) throw new ChannelError('unsupported', { detail: `${name}: no public address to fetch it from` });
    return wordsFor(message.conversation.locale)('channel.file_link', { name, url });
  });
  return [wordsOf(message), numberedLines(message.choices), ...said].filter(Boolean).join('\n\n');
}

/** https://docs.x.com/x-api/direct-messages/create-dm-message-by-participant-id */
export async function sendDm(call: Call, to: string, { text, images }: Part): Promise<string> {
  const media = await Promise.all(images.map((image) => uploadMedia(call, image, 'dm_image')));
  const body = { ...(text ? { text } : {}), ...(media.length > 0 ? { attachments: media.map((media_id) => ({ media_id })) } : {}) };
  return idOf((await askX(call, `/2/dm_conversations/with/${to}/messages`, asJson(body))).dm_event_id);
}

/** https://docs.x.com/x-api/posts/creation-of-a-post */
async function sendPost(call: Call, below: string, { text, images }: Part): Promise<string> {
  const media_ids = await Promise.all(images.map((image) => uploadMedia(call, image, 'tweet_image')));
  const body = { text, reply: { in_reply_to_tweet_id: below }, ...(media_ids.length > 0 ? { media: { media_ids } } : {}) };
  return idOf((await askX(call, '/2/tweets', asJson(body))).id);
}
