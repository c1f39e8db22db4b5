import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { addCompany, asAgent } from '../../../test/company.ts';
import { type LineSimulator, lineSimulator } from '../../../test/simulators/line.ts';
import type { LineEvent } from '../../../test/simulators/line.webhooks.ts';
import { call, web } from '../../../test/web.ts';
import { createArticle } from '../../knowledge/knowledge.commands.ts';
import { chatChannel } from '../chat/chat.channel.ts';
import { lineChannel } from './line.channel.ts';

type Message = {
  id: string;
  text: string;
  author: { kind: string };
  blocks: { type: string }[];
  attachments: { name: string }[];
  delivery: string;
  failure: { code: string } | null;
  channel: string;
};

/** A machine that is busy elsewhere is no fault. */
const PATIENCE = { timeout: 30_000 };

/** The whole product with an inbox on a simulated LINE, and what agents see of it. */
export async function lineHouse({ withFaq = false }: { withFaq?: boolean } = {}) {
  const line: LineSimulator = await lineSimulator();
  const product = await web({ channels: [chatChannel, lineChannel], channelOrigins: line.origins });
  const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 0 });
  const admin = asAgent(shop.cookies.admin);
  const agent = asAgent(shop.cookies.agent);
  const { body: inbox, status } = await call(product, 'POST', '/api/inboxes', {
    body: {
      name: '葉月茶寮 LINE',
      channel: 'line',
      settings: { channelSecret: line.world.channelSecret, channelAccessToken: line.world.accessToken },
    },
    headers: admin,
  });
  if (status !== 201) throw new Error(JSON.stringify(inbox));
  // What an agent sees is remembered, and let go of when the log tells of the new inbox: a moment later.
  await vi.waitFor(async () => {
    const seen = (await call(product, 'GET', '/api/inboxes', { headers: agent })).body.items as { id: string }[];
    expect(seen.map(({ id }) => id)).toContain(inbox.id);
  }, PATIENCE);
  afterAll(async () => {
    // Whatever was asked of the simulator in this file was as LINE documents it.
    expect(line.faults).toEqual([]);
    await line.stop();
  });
  if (withFaq)
    beforeAll(async () => {
      for (const { slug, question, answer, category, examples } of faqJa)
        await createArticle(shop.ctx, { question, answer, category, examples: [...examples], locale: 'ja' }, { status: 'published', slug });
      // The dictionary takes its time; the bot's first answer should not have to wait for it.
      await call(product, 'POST', '/api/bot/try', { body: { question: '送料は？' }, headers: agent });
    }, 60_000);

  const hook = async (signed: { body: string; headers: Record<string, string> }, key = inbox.key) =>
    (await product.http.inject({ method: 'POST', url: `/api/hooks/${key}`, payload: signed.body, headers: signed.headers })).statusCode;
  const conversations = async () =>
    (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body.items as {
      id: string;
      preview: string;
      customer: { name: string };
    }[];
  const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
  const messages = async (id: string): Promise<Message[]> => (await detail(id)).messages;
  const reply = async (id: string, text: string, more: object = {}) => {
    const { body } = await call(product, 'POST', `/api/conversations/${id}/replies`, {
      body: { text, seenSeq: 1000, idempotencyKey: randomUUID(), ...more },
      headers: agent,
    });
    await call(product, 'POST', `/api/messages/${body.id}/send-now`, { headers: agent });
    return body.id as string;
  };

  return {
    line,
    product,
    shop,
    admin,
    agent,
    inbox: inbox as { id: string; key: string },
    hook,
    conversations,
    detail,
    messages,
    reply,
    /** LINE posts events, signed, and is answered 200. */
    hears: async (...events: LineEvent[]) => expect(await hook(line.webhook(events))).toBe(200),
    /** The conversation of somebody, once there is one. */
    conversationOf: (name: string) =>
      vi.waitFor(async () => {
        const found = (await conversations()).find(({ customer }) => customer.name === name);
        if (!found) throw new Error(`nobody called ${name}`);
        return found.id;
      }, PATIENCE),
    messageIn: async (conversationId: string, messageId: string) => (await messages(conversationId)).find(({ id }) => id === messageId)!,
    health: async (inboxId: string = inbox.id) =>
      (await call(product, 'GET', '/api/channels/health', { headers: agent })).body.items.find(
        (one: { inbox: { id: string } }) => one.inbox.id === inboxId,
      ),
    check: async () => (await call(product, 'POST', `/api/inboxes/${inbox.id}/check`, { headers: admin })).body,
    /** Every delivery and payload has been seen to. */
    settled: () =>
      vi.waitFor(async () => {
        const open = await shop.ctx.transaction(async (tx) => [
          ...(await tx.selectFrom('payloads').select('id').where('state', '=', 'waiting').execute()),
          ...(await tx.selectFrom('deliveries').select('message_id as id').where('state', 'in', ['queued', 'sending']).execute()),
        ]);
        if (open.length > 0) throw new Error('something is under way');
      }, PATIENCE),
  };
}
