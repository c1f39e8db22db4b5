import { wordsFor } from '../../platform/words.ts';
import type { Channel } from '../channel.ts';
import { idOf } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { numberedLines } from '../port/choices.rules.ts';
import { multipart } from '../port/multipart.rules.ts';
import type { Outbound, OutboundFile } from '../port/port.types.ts';
import { wordsOf } from '../port/quote-text.rules.ts';
import { sendParts } from '../port/send-parts.ts';
import { splitText } from '../port/split-text.rules.ts';
import { askMastodon } from './mastodon.api.ts';
import type { MastodonState } from './mastodon.types.ts';

/** What servers allow that did not choose another number. The mention counts. */
export const TEXT_LIMIT = 500;
const MOST_FILES = 4;
const IMAGE_LIMIT = 10 * 1024 * 1024;

const isShown = ({ type, sizeInBytes }: OutboundFile): boolean => /^image\/(jpeg|png|gif|webp)$/.test(type) && sizeInBytes <= IMAGE_LIMIT;

/** Answers below the customer's post, seen by whom that was seen by; a long answer is a thread. */
export const deliverMastodon: NonNullable<Channel['deliver']> = async (call, [message], sent, note) => {
  if (!message) return;
  const { statusId, acct, visibility } = message.line.state as Partial<MastodonState>;
  if (!statusId || !acct || !visibility) throw new ChannelError('unsupported', { detail: 'no post to answer' });
  const shown = message.files.filter(isShown).slice(0, MOST_FILES);
  const parts = partsOf(
    message,
    `@${acct} `,
    message.files.filter((file) => !shown.includes(file)),
  );
  await sendParts(message, parts, {
    sent,
    note,
    sendOne: async (status, index, before) => {
      const media = index === 0 ? await Promise.all(shown.map((file) => upload(call, file))) : [];
      const said = await askMastodon(call, '/api/v1/statuses', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `${message.idempotencyKey}-${index}` },
        body: JSON.stringify({
          status,
          in_reply_to_id: before.at(-1) ?? statusId,
          visibility,
          language: message.conversation.locale,
          ...(media.length > 0 ? { media_ids: media } : {}),
        }),
      });
      return idOf((said as { id?: unknown } | null)?.id);
    },
  });
};

/** Each begins with whom it is for, or they would not be notified. */
function partsOf(message: Outbound, mention: string, links: readonly OutboundFile[]): string[] {
  const said = links.map(({ name, url }) => {
    if (!url) throw new ChannelError('unsupported', { detail: `${name}: no public address to fetch it from` });
    return wordsFor(message.conversation.locale)('channel.file_link', { name, url });
  });
  const text = [wordsOf(message), numberedLines(message.choices), ...said].filter(Boolean).join('\n\n');
  const parts = splitText(text, Math.max(100, TEXT_LIMIT - mention.length));
  return (parts.length > 0 ? parts : ['']).map((part) => mention + part);
}

/** https://docs.joinmastodon.org/methods/media/#v2 */
async function upload(call: Call, { name, type, read }: OutboundFile): Promise<string> {
  const form = multipart({}, { field: 'file', name, type, bytes: await read() });
  const request = { method: 'POST', headers: { 'content-type': form.type }, body: form.body } as const;
  const media = await askMastodon(call, '/api/v2/media', request);
  return idOf((media as { id?: unknown } | null)?.id);
}
