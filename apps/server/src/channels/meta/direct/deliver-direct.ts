import type { Channel } from '../../channel.ts';
import { idOf } from '../../port/bounded.rules.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound } from '../../port/port.types.ts';
import { sendParts } from '../../port/send-parts.ts';
import { askGraph, uploadToGraph } from '../graph.ts';
import { hoursSinceHeard } from '../window.rules.ts';
import type { Platform } from './direct.types.ts';
import { type MessageObject, type Part, partsOf } from './messages.rules.ts';

export const WINDOW_HOURS = 24;
/** https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags */
const HUMAN_AGENT_HOURS = 7 * 24;

/** Says one message: to anybody who wrote within 24 hours; as a human agent, where the app may, within seven days. */
export const deliverDirect =
  (platform: Platform): NonNullable<Channel['deliver']> =>
  async (call, [message], sent, note) => {
    if (!message) return;
    if (!message.line.reachable) throw new ChannelError('blocked');
    const how = howTo(call, message);
    const to = message.line.externalId;
    await sendParts(message, partsOf(platform, message), {
      sent,
      note,
      sendOne: async (part) => sendObject(call, to, how, await withUpload(platform, call, part)),
    });
  };

/**
 * https://developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api and, for Instagram,
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/attachment-upload
 */
async function withUpload({ name }: Platform, call: Call, { object, upload }: Part): Promise<MessageObject> {
  if (!upload) return object;
  const { file, kind } = upload;
  const message = JSON.stringify({ attachment: { type: kind, payload: { is_reusable: true } } });
  const fields = { ...(name === 'instagram' ? { platform: name } : {}), message };
  const { attachment_id } = await uploadToGraph(call, '/me/message_attachments', { field: 'filedata', fields, file });
  return { ...object, attachment: { type: kind, payload: { attachment_id: idOf(attachment_id) } } };
}

type How = { messaging_type: 'RESPONSE' } | { messaging_type: 'MESSAGE_TAG'; tag: 'HUMAN_AGENT' };

function howTo({ settings, now }: Call, { line, author }: Outbound): How {
  const hours = hoursSinceHeard(line.lastInboundAt, now());
  if (hours < WINDOW_HOURS) return { messaging_type: 'RESPONSE' };
  // The tag is for people's own words only.
  const mayStill = settings.humanAgent === true && author.kind === 'agent' && hours < HUMAN_AGENT_HOURS;
  if (!mayStill) throw new ChannelError('window_closed');
  return { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
}

/** Asks Meta to send one thing. @returns its id of it @throws ChannelError */
async function sendObject(call: Call, to: string, how: How, message: MessageObject): Promise<string> {
  const { message_id } = await askGraph(call, '/me/messages', { recipient: { id: to }, ...how, message });
  return idOf(message_id);
}

/** A word of our own to somebody we just heard from. */
export const sayWord = (call: Call, to: string, text: string): Promise<string> =>
  sendObject(call, to, { messaging_type: 'RESPONSE' }, { text });

/** https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions */
export const showSign = async (call: Call, to: string, sign: 'typing_on' | 'mark_seen'): Promise<void> => {
  await askGraph(call, '/me/messages', { recipient: { id: to }, sender_action: sign });
};
