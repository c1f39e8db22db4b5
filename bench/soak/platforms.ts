import http from 'node:http';
import type { Chance } from './chance.ts';
import { makeOutbox, type Outbox } from './outbox.ts';
import type { Sender } from './soak.types.ts';

type Asked = { method: string; path: string; headers: http.IncomingHttpHeaders; body: string };
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

/** How often a platform is in trouble when we send it something. */
const TROUBLE = 0.005;

/**
 * All platforms that we send to, on this machine: they keep one of each key where they promise that, tell what they took, and are in
 * trouble now and then, before or after they took it.
 */
export async function standInForPlatforms(chance: Chance) {
  const outbox = makeOutbox();
  const own: NonNullable<Sender['platform']>[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const bytes = Buffer.concat(chunks);
    const itself = own.find(({ isAsked }) => isAsked(path));
    const inTrouble = method === 'POST' && chance() < TROUBLE;
    const {
      status = 200,
      headers: more = {},
      body = {},
    } = inTrouble
      ? { status: 503 }
      : itself
        ? itself.answer({ method, path, headers, body: bytes })
        : answered(outbox, { method, path, headers, body: bytes.toString('utf8') });
    response.writeHead(status, { 'content-type': 'application/json', ...more });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    outbox,
    /** Those that answer themselves. */
    join: (senders: readonly Sender[]) => void own.push(...senders.flatMap(({ platform }) => platform ?? [])),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answered(outbox: Outbox, asked: Asked): Answer {
  const { path } = asked;
  if (path === '/replies') return partner(outbox, asked);
  if (path.startsWith('/v2/bot/')) return line(outbox, asked);
  if (path.startsWith('/v23.0/')) return meta(outbox, asked);
  if (path.startsWith('/bot')) return telegram(outbox, asked);
  if (path.startsWith('/2010-04-01/')) return twilio(outbox, asked);
  return { status: 404 };
}

function partner(outbox: Outbox, { headers, body }: Asked): Answer {
  const { to, text } = JSON.parse(body) as { to: string; text: string };
  outbox.take('api', { to, texts: [text], key: String(headers['idempotency-key']) });
  return { status: 202 };
}

/** https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ and reply tokens, good once. */
function line(outbox: Outbox, { path, headers, body }: Asked): Answer {
  if (path.startsWith('/v2/bot/profile/')) return { body: { displayName: '田中 陽子', language: 'ja' } };
  const isReply = path.endsWith('/message/reply');
  if (!isReply && !path.endsWith('/message/push')) return {};
  const { to, replyToken, messages } = JSON.parse(body) as { to?: string; replyToken?: string; messages: object[] };
  const key = isReply ? `token:${replyToken}` : String(headers['x-line-retry-key']);
  const sentMessages = messages.map((_, index) => ({ id: `${key}:${index}` }));
  const isNew = outbox.take('line', { to: to ?? String(replyToken), texts: messages.map((one) => JSON.stringify(one)), key });
  if (isNew) return { body: { sentMessages } };
  if (isReply) return { status: 400, body: { message: 'Invalid reply token' } };
  return {
    status: 409,
    headers: { 'x-line-accepted-request-id': key },
    body: { message: 'The retry key is already accepted', sentMessages },
  };
}

let counted = 0;

/** Which of Meta's three is asked is told by the token of its inbox. */
function meta(outbox: Outbox, { path, headers, body }: Asked): Answer {
  if (!path.endsWith('/messages')) return { body: { id: '1', name: '中村 直樹' } };
  const said = JSON.parse(body) as {
    messaging_product?: string;
    status?: string;
    sender_action?: string;
    to?: string;
    recipient?: { id: string };
  };
  if (said.status || said.sender_action) return { body: { success: true } };
  counted += 1;
  const isWhatsapp = said.messaging_product === 'whatsapp';
  const to = (isWhatsapp ? said.to : said.recipient?.id) ?? '';
  const channel = /soak-([a-z]+)-token/.exec(headers.authorization ?? '')?.[1] ?? 'unknown';
  outbox.take(channel, { to, texts: [body] });
  const id = `m.${counted}`;
  return isWhatsapp
    ? { body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id: `wa${id}` }] } }
    : { body: { recipient_id: to, message_id: id } };
}

/** https://core.telegram.org/bots/api#sendmessage */
function telegram(outbox: Outbox, { path, body }: Asked): Answer {
  if (!path.endsWith('/sendMessage')) return { body: { ok: true, result: true } };
  const { chat_id, text } = JSON.parse(body) as { chat_id: number; text: string };
  counted += 1;
  outbox.take('telegram', { to: String(chat_id), texts: [text] });
  return { body: { ok: true, result: { message_id: 1_000_000 + counted, date: 0, chat: { id: chat_id, type: 'private' }, text } } };
}

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
function twilio(outbox: Outbox, { path, body }: Asked): Answer {
  if (!path.endsWith('/Messages.json')) return { body: {} };
  const form = new URLSearchParams(body);
  counted += 1;
  outbox.take('sms', { to: form.get('To') ?? '', texts: [form.get('Body') ?? ''] });
  return { status: 201, body: { sid: `SM${String(counted).padStart(32, '0')}`, status: 'queued', num_segments: '1' } };
}
