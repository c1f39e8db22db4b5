import { randomUUID } from 'node:crypto';
import type { ChatConversation } from '@madoguchi/contract/chat.ts';
import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../../test/company.ts';
import { type VisitorLine, visitorLine } from '../../../test/sockets.ts';
import { call, web } from '../../../test/web.ts';

const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const shop = await addCompany(product, 'queue.example', { undoSendSeconds: 30, businessHours: null });
const agent = asAgent(shop.cookies.agent);

const inQueue = async () => {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('人と話したいです');
  return { ...visitor, id: body.conversation.id as string };
};
const read = async (token: string): Promise<ChatConversation> =>
  (await call(product, 'GET', `/api/chat/${shop.chatKey}/conversation`, { headers: { authorization: `Bearer ${token}` } })).body
    .conversation;
const opens = (token: string) => visitorLine(server, shop.chatKey, token);
/** Waits until a messenger was told to stand there; null: nowhere any more. */
const standsAt = (line: VisitorLine, place: number | null) =>
  line.next('conversation', ({ conversation }) => conversation.handledBy === 'human' && (conversation.queue?.place ?? null) === place);

test('a place moves up while the messenger looks on, and is gone the moment an agent begins to answer', async () => {
  const first = await inQueue();
  const firstLine = await opens(first.token);
  await standsAt(firstLine, 1);
  const second = await inQueue();
  const secondLine = await opens(second.token);
  const { conversation } = await standsAt(secondLine, 2);
  expect(conversation.queue).toEqual({ place: 2, waitMinutes: { from: expect.any(Number), to: expect.any(Number) } });
  expect((await read(second.token)).queue).toEqual(conversation.queue);

  // The reply can still be taken back: the customer sees none of it but that somebody is there.
  const answered = await call(product, 'POST', `/api/conversations/${first.id}/replies`, {
    body: { text: 'お待たせしました', seenSeq: 10_000, idempotencyKey: randomUUID() },
    headers: agent,
  });
  expect(answered.status).toBe(201);
  await standsAt(firstLine, null);
  await standsAt(secondLine, 1);
  expect((await read(first.token)).queue).toBeNull();

  await call(product, 'PUT', `/api/conversations/${second.id}/assignment`, {
    body: { agentId: shop.ids.agent, teamId: null },
    headers: agent,
  });
  await standsAt(secondLine, null);
  firstLine.close();
  secondLine.close();
});

test('after hours a place is told and no wait; the wait as soon as people are there again', async () => {
  const never = { days: Array.from({ length: 7 }, () => []), closedOnJapaneseHolidays: false, closedDates: [] };
  const night = await addCompany(product, 'night.example', { businessHours: never });
  const asks = async () => {
    const visitor = await addVisitor(product, night.chatKey);
    await visitor.say('人と話したいです');
    return visitor;
  };
  const line = await visitorLine(server, night.chatKey, (await asks()).token);
  expect((await standsAt(line, 1)).conversation.queue).toEqual({ place: 1, waitMinutes: null });
  const headers = asAgent(night.cookies.owner);
  expect((await call(product, 'PATCH', '/api/workspace', { body: { businessHours: null }, headers })).status).toBe(200);
  await asks();
  await line.next('conversation', ({ conversation }) => (conversation.queue?.waitMinutes ?? null) !== null);
  line.close();
});

test('given to an agent by somebody else, they wait on until that agent answers', async () => {
  const visitor = await inQueue();
  const line = await opens(visitor.token);
  await standsAt(line, 1);
  const admin = asAgent(shop.cookies.admin);
  await call(product, 'PUT', `/api/conversations/${visitor.id}/assignment`, {
    body: { agentId: shop.ids.agent, teamId: null },
    headers: admin,
  });
  expect((await read(visitor.token)).queue).toMatchObject({ place: 1 });
  await call(product, 'POST', `/api/conversations/${visitor.id}/replies`, {
    body: { text: 'お待たせしました', seenSeq: 10_000, idempotencyKey: randomUUID() },
    headers: agent,
  });
  await standsAt(line, null);
  line.close();
});
