import type { NoteLine } from '../../channel.ts';
import type { Call, PlatformAnswer } from '../../port/call.types.ts';
import { askLine, errorOfLine, isTokenSpent, readJson } from '../line.api.ts';
import type { LineState, Sending } from '../line.types.ts';
import { isSame, keyOf, type Request, usableToken, wasAccepted } from './requests.rules.ts';

export type Talk = { call: Call; note: NoteLine; to: string; state: LineState };

/**
 * Says one request: by the reply token while it is good, which is free, else by a push with its retry key. How is noted before LINE is
 * asked, so that after an interruption the same is asked again: the push by its key; the reply by its token, which is good once. Only
 * when a reply was cut off and its token has run out meanwhile is it pushed without knowing whether it arrived.
 * @returns LINE's ids of the message objects; none where it only says that it has them already
 * @throws ChannelError
 */
export async function say(talk: Talk, request: Request): Promise<string[]> {
  const again = isSame(talk.state.sending, request) ? talk.state.sending : null;
  return (await replied(talk, request, again)) ?? pushed(talk, request, again);
}

async function replied(talk: Talk, request: Request, again: Sending | null): Promise<string[] | null> {
  const { call, state } = talk;
  const token = again
    ? again.replyToken !== null && { replyToken: again.replyToken, replyAt: again.replyAt }
    : usableToken(state, call.now());
  if (!token) return null;
  if (!again) await remember(talk, request, { ...token, key: keyOf(request.messages, request.part) }, token.replyToken);
  const answer = await askLine(call, '/v2/bot/message/reply', {
    method: 'POST',
    json: { replyToken: token.replyToken, messages: request.objects },
  });
  if (answer.status === 200) return idsIn(answer);
  if (!isTokenSpent(answer)) return refused(talk, request, answer);
  return again && wasAccepted(again, call.now()) ? [] : null;
}

/** https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
async function pushed(talk: Talk, request: Request, again: Sending | null): Promise<string[]> {
  const { call, to } = talk;
  const key = again?.key ?? keyOf(request.messages, request.part);
  if (!again || again.replyToken !== null) await remember(talk, request, { replyToken: null, replyAt: 0, key });
  const answer = await askLine(call, '/v2/bot/message/push', {
    method: 'POST',
    headers: { 'x-line-retry-key': key },
    json: { to, messages: request.objects },
  });
  const hasItAlready = answer.status === 409 && answer.headers['x-line-accepted-request-id'] !== undefined;
  return answer.status === 200 || hasItAlready ? idsIn(answer) : refused(talk, request, answer);
}

/** What LINE said no to was not said: nothing has to be repeated as it was. After an error of its own nobody knows. */
async function refused(talk: Talk, request: Request, answer: PlatformAnswer): Promise<never> {
  if (answer.status < 500) {
    talk.state.sending = null;
    await talk.note(request.messages[0]!, { sending: null } satisfies LineState);
  }
  throw errorOfLine(answer);
}

async function remember(talk: Talk, request: Request, how: Pick<Sending, 'replyToken' | 'replyAt' | 'key'>, used?: string): Promise<void> {
  const sending: Sending = { messageIds: request.messages.map(({ messageId }) => messageId), part: request.part, ...how };
  const state: LineState = { sending, ...(used ? { usedToken: used } : {}) };
  Object.assign(talk.state, state);
  await talk.note(request.messages[0]!, state);
}

function idsIn(answer: PlatformAnswer): string[] {
  const { sentMessages } = readJson(answer) as { sentMessages?: { id?: unknown }[] };
  return Array.isArray(sentMessages) ? sentMessages.map((one) => String(one?.id ?? '')).filter(Boolean) : [];
}
