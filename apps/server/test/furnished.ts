import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { keepPayload } from '../src/channels/inbound/payloads.commands.ts';
import { newId } from '../src/platform/ids/ids.ts';
import { addVisitor, asAgent, type Company } from './company.ts';
import { ruleExample } from './every-route/automation.inputs.ts';
import { calendarExample, policyExample, queueExample } from './every-route/examples.ts';
import type { World } from './every-route/world.ts';
import { inputFor } from './every-route.ts';
import { call, type Web } from './web.ts';

type Headers = Record<string, string>;

/** Asks of a product in the name of somebody. `made`: what an answer with status 201 holds; anything else is an error of the test. */
export function asksOf(product: Web) {
  const get = (url: string, headers: Headers) => call(product, 'GET', url, { headers });
  const send = (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object, headers: Headers) =>
    call(product, method, url, { body, headers });
  const made = async (url: string, body: object, headers: Headers) => {
    const answer = await send('POST', url, body, headers);
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const upload = async (route: { method: string; path: string }, world: World, headers: Headers) => {
    const input = inputFor(route, world);
    const response = await product.http.inject({ ...input, method: 'POST', headers: { ...input.headers, ...headers } });
    return response.json();
  };
  return { get, send, made, upload };
}

export type Furnished = World & { visitor: Awaited<ReturnType<typeof addVisitor>> };

/** One of everything in a company, each with the mark in its words. */
export async function furnish(product: Web, company: Company, mark: string): Promise<Furnished> {
  const { get, send, made, upload } = asksOf(product);
  const headers = asAgent(company.cookies.owner);
  const visitor = await addVisitor(product, company.chatKey);
  // What is held stays held, however slow the machine.
  await send('PATCH', '/api/workspace', { undoSendSeconds: 30 }, headers);
  const { body } = await visitor.say(`${mark}が欲しいです`);
  const conversation = body.conversation.id as string;
  await vi.waitFor(async () => expect((await get(`/api/conversations/${conversation}`, headers)).body.messages.length).toBeGreaterThan(1), {
    timeout: 30_000,
  });
  await send('PUT', `/api/conversations/${conversation}/tags`, { tags: [mark] }, headers);
  await made(`/api/conversations/${conversation}/notes`, { text: mark, idempotencyKey: randomUUID() }, headers);
  const reply = await made(
    `/api/conversations/${conversation}/replies`,
    { text: mark, seenSeq: 1000, idempotencyKey: randomUUID() },
    headers,
  );
  const { customer } = (await get(`/api/conversations/${conversation}`, headers)).body;
  await send('PATCH', `/api/customers/${customer.id}`, { name: mark }, headers);
  const article = await made('/api/articles', { question: `${mark}とは?`, answer: `${mark}です`, locale: 'ja' }, headers);
  await send('PUT', `/api/articles/${article.id}/status`, { status: 'published' }, headers);
  const sessions = (await get('/api/sessions', headers)).body.items;
  const world: World = {
    conversation,
    message: reply.id,
    agent: company.ids.agent,
    team: (await made('/api/teams', { name: mark, memberIds: [company.ids.agent] }, headers)).id,
    role: (await made('/api/roles', { name: mark, base: 'agent', permissions: ['agent.read'], sees: 'own', unassigned: false }, headers))
      .id,
    inbox: company.chatInboxId,
    article: article.id,
    customer: customer.id,
    brand: (await made('/api/brands', { name: `${mark}の別の屋号`, key: 'other', color: '#0b7285' }, headers)).id,
    synonym: (await made('/api/synonyms', { words: [mark, `${mark}の別名`] }, headers)).id,
    checkedQuestion: (await made('/api/checked-questions', { question: `${mark}は何`, articleId: article.id }, headers)).id,
    flow: (await made('/api/flows', { name: mark, triggers: [], start: null, steps: [] }, headers)).id,
    companyWord: (await made('/api/reply-checks/words', { word: mark, instead: mark, remark: mark, weight: 'hint' }, headers)).id,
    cannedResponse: (await made('/api/canned-responses', { shortcut: 'x', title: mark, text: mark, locale: 'ja' }, headers)).id,
    apiKey: company.apiKey.id,
    payload: '',
    calendar: (await made('/api/calendars', { ...calendarExample, name: mark }, headers)).id,
    policy: (await made('/api/promises/policies', { ...policyExample, name: mark }, headers)).id,
    queue: (await made('/api/queues', { ...queueExample, name: mark }, headers)).id,
    skill: (await made('/api/skills', { name: mark }, headers)).id,
    rule: (await made('/api/automation/rules', { ...ruleExample, name: mark }, headers)).id,
    offer: newId('ofr'),
    standIn: (
      await made(
        '/api/stand-ins',
        {
          agentId: company.ids.agent,
          standInId: company.ids.owner,
          startsAt: '2036-12-01T00:00:00.000Z',
          endsAt: '2036-12-02T00:00:00.000Z',
        },
        headers,
      )
    ).id,
    block: (await made('/api/spam/blocks', { kind: 'email', value: `${mark}@spam.example` }, headers)).block.id,
    articleImport: '',
    attachment: '',
    session: sessions[0].id,
    chatKey: company.chatKey,
    formKey: company.formKey,
    email: 'nobody@else.example',
  };
  await keepPayload(company.ctx, company.chatInboxId, { externalId: mark, body: Buffer.from(mark) });
  world.payload = (await company.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').executeTakeFirstOrThrow())).id;
  world.articleImport = (await upload({ method: 'POST', path: '/api/article-imports' }, world, headers)).id;
  world.attachment = (await upload({ method: 'POST', path: '/api/attachments' }, world, headers)).id;
  return { ...world, visitor };
}
