import { plainText } from '../../knowledge/plain-text.rules.ts';
import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import type { Outbound } from '../port/port.types.ts';
import { signedHeaders } from './api.signature.ts';
import type { ApiReply } from './api.types.ts';

/** Posts a message of ours to the other system; any 2xx is its word that it has it. */
export const deliverApi: NonNullable<Channel['deliver']> = async (call, [message], sent) => {
  if (!message) return;
  if (!message.line.reachable) throw new ChannelError('blocked');
  const { replyUrl, secret } = call.settings;
  if (!replyUrl || !secret) throw new ChannelError('not_configured', { detail: 'replyUrl' });
  const body = JSON.stringify(replyOf(message));
  const {
    status,
    headers,
    body: answer,
  } = await call.ask(String(replyUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': message.idempotencyKey,
      ...signedHeaders(String(secret), body, call.now()),
    },
    body,
  });
  if (status === 410) throw new ChannelError('blocked', { detail: excerpt(answer) });
  if (status < 200 || status > 299) throw errorOfAnswer(status, headers, excerpt(answer));
  await sent(message, [message.messageId]);
};

const excerpt = (answer: Buffer): string => answer.subarray(0, 300).toString('utf8').toWellFormed();

/** What the other system is posted. */
export function replyOf({ messageId, line, text, author, choices, quote, files, conversation }: Outbound): ApiReply {
  return {
    id: messageId,
    to: line.externalId,
    text,
    author,
    choices: choices.map(({ label, data }) => ({ label, data })),
    quote: quote && { title: quote.title, url: quote.url, text: plainText(quote.text) },
    files: files.map(({ name, type, sizeInBytes, url }) => ({ name, type, sizeInBytes, url })),
    conversation: { number: conversation.number },
  };
}

/** A file that a message named, from wherever the other system keeps it. @throws ChannelError */
export async function fetchApiFile(call: Call, ref: string): Promise<{ bytes: Buffer }> {
  const { status, headers, body } = await call.ask(ref);
  if (status === 200) return { bytes: body };
  const error = errorOfAnswer(status, headers, new URL(ref).host);
  // A file that is locked away says nothing of the inbox.
  throw error.aboutInbox ? new ChannelError('rejected', { detail: error.detail }) : error;
}
