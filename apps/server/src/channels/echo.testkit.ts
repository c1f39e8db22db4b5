import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Channel } from './channel.ts';
import { ChannelError, errorOfAnswer } from './port/channel-error.ts';
import type { InboundEvent } from './port/port.types.ts';

type EchoPost = { id: string; from: string; name?: string; text: string; files?: string[]; pressed?: string };

/** Signs a post as the echo platform does. */
export const echoSignature = (secret: string, body: string): string => createHmac('sha256', secret).update(body).digest('hex');

/**
 * The smallest whole channel, for tests and as an example: a platform that posts signed messages to us, lets its files be fetched and
 * takes messages with an idempotency key.
 */
export const echoChannel: Channel = {
  name: 'echo',
  fields: [
    { name: 'secret', kind: 'secret', required: true },
    { name: 'greeting', kind: 'text', required: false },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: true,
    typing: false,
    textCharacters: 1000,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 1,
    firstAnswer: 'human',
  },
  version: 1,
  verify({ secret }, { headers, body }) {
    const given = Buffer.from(headers['x-echo-signature'] ?? '');
    const expected = Buffer.from(echoSignature(String(secret), body.toString('utf8')));
    return given.length === expected.length && timingSafeEqual(given, expected) ? { kind: 'keep' } : { kind: 'refuse' };
  },
  parse: ({ body }) => (JSON.parse(body.toString('utf8')) as { posts: EchoPost[] }).posts.map(eventOf),
  async fetchFile(call, ref) {
    const { status, headers, body } = await call.ask(`https://echo.example/files/${ref}`);
    if (status !== 200) throw errorOfAnswer(status, headers, ref);
    return { bytes: body };
  },
  async deliver(call, [message], sent) {
    if (!message) return;
    const { status, headers, body } = await call.ask('https://echo.example/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': message.idempotencyKey },
      body: JSON.stringify({ to: message.line.externalId, text: message.text, choices: message.choices.map(({ label }) => label) }),
    });
    if (status === 410) throw new ChannelError('blocked');
    if (status !== 200) throw errorOfAnswer(status, headers, body.toString('utf8'));
    await sent(message, [(JSON.parse(body.toString('utf8')) as { id: string }).id]);
  },
  async check(call) {
    const { status, headers } = await call.ask('https://echo.example/me');
    if (status !== 200) throw errorOfAnswer(status, headers, '');
    return { account: 'Echo' };
  },
};

function eventOf(post: EchoPost): InboundEvent {
  return {
    kind: 'message',
    externalId: post.id,
    line: { externalId: post.from, identity: { kind: 'api', value: post.from, verified: true }, ...(post.name ? { name: post.name } : {}) },
    text: post.text,
    ...(post.pressed ? { pressed: post.pressed } : {}),
    files: (post.files ?? []).map((ref) => ({ name: ref, ref })),
  };
}
