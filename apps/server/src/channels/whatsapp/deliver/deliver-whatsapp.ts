import type { Channel } from '../../channel.ts';
import { askGraph, uploadToGraph } from '../../meta/graph.ts';
import { hoursSinceHeard } from '../../meta/window.rules.ts';
import { idOf } from '../../port/bounded.rules.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { sendParts } from '../../port/send-parts.ts';
import { type Body, type Part, partsOf } from './bodies.rules.ts';
import { templateOf } from './template.rules.ts';

export const WINDOW_HOURS = 24;

/** Says one message: freely within 24 hours of the customer's last one, in the inbox's template after that. */
export const deliverWhatsapp: NonNullable<Channel['deliver']> = async (call, [message], sent, note) => {
  if (!message) return;
  if (!message.line.reachable) throw new ChannelError('blocked');
  const isOpen = hoursSinceHeard(message.line.lastInboundAt, call.now()) < WINDOW_HOURS;
  const parts = isOpen ? partsOf(message) : [{ body: templateOf(message, call.settings) }];
  await sendParts(message, parts, {
    sent,
    note,
    sendOne: async (part) => sendBody(call, message.line.externalId, await withUpload(call, part)),
  });
};

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
async function withUpload(call: Call, { body, upload }: Part): Promise<Body> {
  if (!upload) return body;
  const { file, under } = upload;
  const form = { field: 'file', fields: { messaging_product: 'whatsapp', type: file.type }, file };
  const { id } = await uploadToGraph(call, `/${call.settings.phoneNumberId}/media`, form);
  return { ...body, [under]: { id: idOf(id), ...(body[under] as object) } };
}

/** Asks WhatsApp to send one thing. @returns its id of it @throws ChannelError */
export async function sendBody(call: Call, to: string, body: Body): Promise<string> {
  const answer = await askGraph(call, `/${call.settings.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    ...body,
  });
  const { messages } = answer as { messages?: readonly { id?: unknown }[] };
  return idOf(Array.isArray(messages) ? messages[0]?.id : undefined);
}
