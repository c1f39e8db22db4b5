import type { Channel } from '../../channel.ts';
import { askOnce } from '../../port/ask-once.ts';
import type { Call, PlatformRequest } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { sendParts } from '../../port/send-parts.ts';
import { jsonRequest, methodUrl, resultIn } from '../telegram.api.ts';
import { botIdOf } from '../verify.ts';
import { asDocument, type FilePart, type Part, partsOf } from './parts.rules.ts';

/** A minute for 50 MB. */
const UPLOAD_LIMIT_MS = 60_000;

export const deliverTelegram: NonNullable<Channel['deliver']> = async (call, [message], sent, note) => {
  if (!message) return;
  if (!message.line.reachable) throw new ChannelError('blocked');
  const chatId = Number(message.line.externalId);
  const sendOne = async (part: Part) => {
    const id = await sendPart(call, chatId, part);
    return `${botIdOf(call.settings.botToken)}:${chatId}:${id}`;
  };
  await sendParts(message, partsOf(message), { sent, note, sendOne });
};

async function sendPart(call: Call, chatId: number, part: Part): Promise<number> {
  if (part.method === 'sendMessage') return send(call, part.method, jsonRequest({ chat_id: chatId, ...part.params }));
  try {
    return await send(call, part.method, await upload(chatId, part));
  } catch (error) {
    // A picture too long or too wide to be shown is still a file.
    const notShown = part.method === 'sendPhoto' && error instanceof ChannelError && /PHOTO_|IMAGE_/.test(error.detail);
    if (!notShown) throw error;
    return sendPart(call, chatId, asDocument(part.file));
  }
}

async function send(call: Call, method: string, request: PlatformRequest): Promise<number> {
  const answer = await askOnce(call, methodUrl(call, method), request);
  return resultIn<{ message_id: number }>(answer).message_id;
}

/** The file itself travels: Telegram need not reach us. */
async function upload(chatId: number, { field, file }: FilePart): Promise<PlatformRequest> {
  const form = new FormData();
  form.set('chat_id', String(chatId));
  form.set(field, new Blob([new Uint8Array(await file.read())], { type: file.type }), file.name);
  const encoded = new Response(form);
  return {
    method: 'POST',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    body: Buffer.from(await encoded.arrayBuffer()),
    timeLimitMs: UPLOAD_LIMIT_MS,
  };
}
