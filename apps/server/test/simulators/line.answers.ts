import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { messagingApi } from '@line/bot-sdk';

export type Said = { to: string; by: 'reply' | 'push'; messages: messagingApi.Message[]; ids: string[] };

export type LineWorld = {
  now: () => Date;
  channelSecret: string;
  accessToken: string;
  bot: messagingApi.BotInfoResponse;
  /** Pushes a month; null: without limit. */
  quota: number | null;
  used: number;
  people: Map<string, { displayName: string; language?: string }>;
  blockedBy: Set<string>;
  contents: Map<string, { type: string; bytes: Buffer /** How often it answers 202 before it is ready. */; notYet: number }>;
  replyTokens: Map<string, { to: string; issuedAt: number; used: boolean }>;
  /** Retry keys that were accepted. */
  accepted: Map<string, { requestId: string; ids: string[] }>;
  said: Said[];
  loading: string[];
  read: string[];
  richMenu: string | null;
  webhook: { endpoint: string; active: boolean } | null;
  tokenLivesSeconds: number | null;
};

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
export type LineAnswer = { status: number; body?: unknown; bytes?: Buffer; headers?: Record<string, string> };

/** How long LINE itself lets a reply token live. */
const REPLY_TOKEN_MS = 60_000;
let lastId = 460_000_000_000;
function nextId(): string {
  lastId += 1;
  return String(lastId);
}

const refusal = (status: number, message: string): LineAnswer => ({ status, body: { message } });
const json = (body: Buffer) => JSON.parse(body.toString('utf8'));

/** What LINE does and answers. */
export function lineAnswers(world: LineWorld, { method, path, headers, body }: Asked): LineAnswer {
  const { pathname, searchParams } = new URL(path, 'http://line');
  if (pathname === '/v2/oauth/verify') return tokenIs(world, new URLSearchParams(body.toString()).get('access_token'));
  if (pathname === '/oauth2/v2.1/verify') return tokenIs(world, searchParams.get('access_token'));
  if (headers.authorization !== `Bearer ${world.accessToken}`)
    return refusal(401, 'Authentication failed. Confirm that the access token in the authorization header is valid.');
  const steps = pathname.split('/').slice(1);
  switch (`${method} ${pathname}`) {
    case 'POST /v2/bot/message/reply':
      return reply(world, json(body));
    case 'POST /v2/bot/message/push':
      return push(world, json(body), String(headers['x-line-retry-key'] ?? ''));
    case 'GET /v2/bot/info':
      return { status: 200, body: world.bot };
    case 'GET /v2/bot/message/quota':
      return { status: 200, body: world.quota === null ? { type: 'none' } : { type: 'limited', value: world.quota } };
    case 'GET /v2/bot/message/quota/consumption':
      return { status: 200, body: { totalUsage: world.used } };
    case 'GET /v2/bot/channel/webhook/endpoint':
      return world.webhook ? { status: 200, body: world.webhook } : refusal(404, 'Webhook endpoint not found.');
    case 'POST /v2/bot/chat/loading/start':
      world.loading.push(json(body).chatId);
      return { status: 202, body: {} };
    case 'POST /v2/bot/chat/markAsRead':
      world.read.push(json(body).markAsReadToken);
      return { status: 200, body: {} };
  }
  if (pathname.startsWith('/v2/bot/profile/')) return profile(world, steps[3]!);
  if (pathname.startsWith('/v2/bot/user/all/richmenu/')) {
    world.richMenu = steps[5]!;
    return { status: 200, body: {} };
  }
  if (pathname.endsWith('/linkToken')) return { status: 200, body: { linkToken: `link-${randomUUID()}` } };
  if (pathname.endsWith('/content')) return content(world, steps[3]!);
  return refusal(404, 'Not found');
}

function tokenIs(world: LineWorld, token: string | null): LineAnswer {
  if (token !== world.accessToken) return { status: 400, body: { error: 'invalid_request', error_description: 'access token expired' } };
  return { status: 200, body: { client_id: '1350031035', expires_in: world.tokenLivesSeconds ?? 3_138_007_490, scope: 'P CM' } };
}

function say(world: LineWorld, to: string, by: Said['by'], messages: messagingApi.Message[]): string[] {
  const ids = messages.map(nextId);
  world.said.push({ to, by, messages, ids });
  return ids;
}

const sent = (ids: readonly string[]) => ({ sentMessages: ids.map((id) => ({ id })) });

/** https://developers.line.biz/en/reference/messaging-api/#send-reply-message: a token is good once. */
function reply(world: LineWorld, { replyToken, messages }: messagingApi.ReplyMessageRequest): LineAnswer {
  const token = world.replyTokens.get(replyToken);
  if (!token || token.used || world.now().getTime() - token.issuedAt > REPLY_TOKEN_MS) return refusal(400, 'Invalid reply token');
  const wrong = faultIn(messages);
  if (wrong) return wrong;
  token.used = true;
  return { status: 200, body: sent(say(world, token.to, 'reply', messages)) };
}

/** https://developers.line.biz/en/docs/messaging-api/retrying-api-request/: a key is good once. Somebody who blocked us hears nothing; that is no error. */
function push(world: LineWorld, { to, messages }: messagingApi.PushMessageRequest, key: string): LineAnswer {
  if (!world.people.has(to)) return refusal(400, "The property, 'to', in the request body is invalid (line: -, column: -)");
  const before = world.accepted.get(key);
  if (before)
    return {
      status: 409,
      headers: { 'x-line-accepted-request-id': before.requestId },
      body: { message: 'The retry key is already accepted', ...sent(before.ids) },
    };
  const wrong = faultIn(messages);
  if (wrong) return wrong;
  if (world.quota !== null && world.used >= world.quota) return refusal(429, 'You have reached your monthly limit.');
  world.used += 1;
  const ids = world.blockedBy.has(to) ? messages.map(nextId) : say(world, to, 'push', messages);
  if (key) world.accepted.set(key, { requestId: randomUUID(), ids });
  return { status: 200, body: sent(ids) };
}

/** Limits that the documents tell in words only. */
function faultIn(messages: readonly messagingApi.Message[]): LineAnswer | null {
  const wrong = messages.flatMap((message, index) => {
    const text = message.type === 'text' ? message.text : '';
    if (text.length > 5000 || (message.type === 'text' && text === '')) return [`messages[${index}].text`];
    const labels = message.quickReply?.items?.map(({ action }) => action?.label ?? '') ?? [];
    return labels.some((label) => label.length > 20) ? [`messages[${index}].quickReply`] : [];
  });
  if (messages.length > 5) wrong.push('messages');
  return wrong.length > 0 ? refusal(400, `The request body has ${wrong.length} error(s): ${wrong.join(', ')}`) : null;
}

function profile(world: LineWorld, userId: string): LineAnswer {
  const person = world.people.get(userId);
  return person && !world.blockedBy.has(userId) ? { status: 200, body: { userId, ...person } } : refusal(404, 'Not found');
}

function content(world: LineWorld, id: string): LineAnswer {
  const found = world.contents.get(id);
  if (!found) return refusal(404, 'Not found');
  if (found.notYet > 0) {
    found.notYet -= 1;
    return { status: 202, body: {} };
  }
  return { status: 200, bytes: found.bytes, headers: { 'content-type': found.type } };
}
