import { normaliseIdentity } from '../../customers/customers.rules.ts';
import { wordsFor } from '../../platform/words.ts';
import type { Channel } from '../channel.ts';
import { askOnce } from '../port/ask-once.ts';
import type { Call, PlatformRequest } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { sendParts } from '../port/send-parts.ts';
import { type SmsPart, smsParts } from './parts.rules.ts';
import { accountUrl, basicAuth, errorOfTwilio, objectIn } from './twilio.api.ts';

export const deliverSms: NonNullable<Channel['deliver']> = async (call, [message], sent, note) => {
  if (!message) return;
  if (!message.line.reachable) throw new ChannelError('blocked');
  const parts = smsParts(message, wordsFor(message.conversation.locale));
  await sendParts(message, parts, { sent, note, sendOne: (part) => sendOne(call, message.line.externalId, part) });
};

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource. @returns Twilio's id of the message */
async function sendOne(call: Call, to: string, { text, pictures }: SmsPart): Promise<string> {
  const form = new URLSearchParams({ To: to, ...senderOf(call), ...(text === '' ? {} : { Body: text }) });
  for (const url of pictures) form.append('MediaUrl', url);
  // Twilio turns away an address that it could not reach, and the message with it.
  if (call.hookUrl?.startsWith('https://')) form.set('StatusCallback', call.hookUrl);
  const answer = await askOnce(call, accountUrl(call, '/Messages.json'), posted(call, form));
  if (answer.status !== 201) throw errorOfTwilio(answer);
  return String(objectIn(answer).sid ?? '');
}

const posted = (call: Call, form: URLSearchParams): PlatformRequest => ({
  method: 'POST',
  headers: { ...basicAuth(call), 'content-type': 'application/x-www-form-urlencoded' },
  body: form.toString(),
});

/** Seconds that a code may wait in Twilio's queue (1 to 36,000; else ten hours): later it would be of no use. */
const VALID_SECONDS = '300';
/** A customer waits for it: sooner another way than a long wait for an answer. */
const TIME_LIMIT_MS = 10_000;

/** What went out twice is the same code twice: it may be tried again where no answer came. The address that hears of it says which it was. */
export const sendCodeBySms: NonNullable<Channel['sendText']> = async (call, to, text, textId) => {
  const form = new URLSearchParams({ To: to, ...senderOf(call), Body: text, ValidityPeriod: VALID_SECONDS });
  if (call.hookUrl?.startsWith('https://')) form.set('StatusCallback', `${call.hookUrl}?text=${encodeURIComponent(textId)}`);
  const answer = await call.ask(accountUrl(call, '/Messages.json'), { ...posted(call, form), timeLimitMs: TIME_LIMIT_MS });
  if (answer.status !== 201) throw errorOfTwilio(answer);
};

/** @throws ChannelError `not_configured` */
export function senderOf({ settings }: Pick<Call, 'settings'>): Record<string, string> {
  const { sender, from, messagingServiceSid } = settings;
  if (sender === 'service' && messagingServiceSid) return { MessagingServiceSid: String(messagingServiceSid) };
  if (sender !== 'service' && from) return { From: numberOf(String(from)) };
  throw new ChannelError('not_configured', { detail: 'sender', aboutInbox: true });
}

/** However the number was typed; a sender's name, where a country allows one, stays a name. */
const numberOf = (from: string): string => (/\p{L}/u.test(from) ? from : normaliseIdentity('phone', from));
