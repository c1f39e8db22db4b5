import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Channel } from '../src/channels/channel.ts';
import { multipart } from '../src/channels/port/multipart.rules.ts';
import { addCompany, asAgent } from './company.ts';
import { call, web } from './web.ts';

type Wish = {
  channel: Channel;
  settings: Record<string, string | number | boolean>;
  origins: Record<string, string>;
  publicUrl?: string;
  /** Whether the bot gives the first answer on the channels that leave it to it. Without it people do: its words may come before an agent's or after. */
  botSpeaks?: boolean;
};

export type ShownMessage = {
  id: string;
  text: string;
  author: { kind: string; name: string };
  delivery: string;
  failure: { code: string; detail: string } | null;
  blocks: { type: string }[];
  attachments: { name: string; type: string; sizeInBytes: number }[];
};

/** Waits until it is so: what happens behind the scenes takes a moment, and on a busy machine several. */
export const soon = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 30_000, interval: 50 });

/** The whole product with one inbox of one channel, its platform a simulator; and what an agent does at the desk, in few words. */
export async function channelHouse({ channel, settings, origins, publicUrl = 'https://desk.example', botSpeaks = false }: Wish) {
  const { capabilities } = channel;
  const spoken: Channel = botSpeaks ? channel : { ...channel, capabilities: { ...capabilities, firstAnswer: 'human' } };
  const product = await web({ channels: [spoken], channelOrigins: origins, publicUrl });
  const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 0 });
  const admin = asAgent(shop.cookies.admin);
  const agent = asAgent(shop.cookies.agent);
  const made = await call(product, 'POST', '/api/inboxes', {
    body: { name: channel.name, channel: channel.name, settings },
    headers: admin,
  });
  if (made.status !== 201) throw new Error(`no inbox: ${JSON.stringify(made.body)}`);
  const { id: inboxId, key } = made.body as { id: string; key: string };

  const openSettings = (await call(product, 'GET', `/api/inboxes/${inboxId}/settings`, { headers: admin })).body.values as object;

  const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
  const messages = async (id: string) => (await detail(id)).messages as ShownMessage[];

  return {
    product,
    shop,
    inboxId,
    key,
    detail,
    messages,
    /** Posts to the inbox's hook as a platform does. */
    hook: (method: 'GET' | 'POST', query: string, body?: string | Buffer, headers: Record<string, string> = {}) =>
      product.http.inject({
        method,
        url: `/api/hooks/${key}${query}`,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { payload: body }),
      }),
    /** The conversation whose last words these are, once it is there. */
    conversationOf: (preview: string): Promise<string> =>
      soon(async () => {
        const { body } = await call(product, 'GET', '/api/conversations?view=all', { headers: agent });
        const found = (body.items as { id: string; preview: string }[]).find((one) => one.preview.includes(preview));
        if (!found) throw new Error(`nobody said ${preview}: ${body.items.map((one: { preview: string }) => one.preview)}`);
        return found.id;
      }),
    conversations: async () =>
      (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body.items as { id: string; preview: string }[],
    /** An agent's reply, let go at once. @returns its id */
    reply: async (conversationId: string, text: string, more: object = {}): Promise<string> => {
      const { body, status } = await call(product, 'POST', `/api/conversations/${conversationId}/replies`, {
        body: { text, seenSeq: 1000, idempotencyKey: randomUUID(), ...more },
        headers: agent,
      });
      if (status >= 300) throw new Error(JSON.stringify(body));
      await call(product, 'POST', `/api/messages/${body.id}/send-now`, { headers: agent });
      return body.id as string;
    },
    /** A file for the agent's next reply. @returns its id */
    upload: async (name: string, type: string, bytes: Buffer): Promise<string> => {
      const form = multipart({}, { field: 'file', name, type, bytes });
      const { headers, statusCode, payload } = await product.http.inject({
        method: 'POST',
        url: '/api/attachments',
        headers: { ...agent, 'content-type': form.type },
        payload: form.body,
      });
      if (statusCode >= 300) throw new Error(`${headers['content-type']} ${payload}`);
      return JSON.parse(payload).id;
    },
    message: async (conversationId: string, messageId: string) => (await messages(conversationId)).find(({ id }) => id === messageId),
    /** A link over which the customer goes on by this inbox. */
    continuation: (conversationId: string, to = inboxId) =>
      call(product, 'POST', `/api/conversations/${conversationId}/continuations`, { body: { inboxId: to }, headers: agent }),
    /** One more inbox of the same channel, with the same settings. @returns its id */
    addInbox: async (name: string): Promise<string> =>
      (await call(product, 'POST', '/api/inboxes', { body: { name, channel: channel.name, settings }, headers: admin })).body.id,
    retry: (messageId: string) => call(product, 'POST', `/api/messages/${messageId}/retry`, { headers: agent }),
    /** Changes settings of the inbox. */
    set: (values: Record<string, string | number | boolean>) =>
      call(product, 'PUT', `/api/inboxes/${inboxId}/settings`, { body: { values: { ...openSettings, ...values } }, headers: admin }),
    pause: (paused: boolean) => call(product, 'PATCH', `/api/inboxes/${inboxId}`, { body: { paused }, headers: admin }),
    check: async () => (await call(product, 'POST', `/api/inboxes/${inboxId}/check`, { headers: admin })).body,
    /** As an agent reads it, who sees a new inbox as soon as the log has told of it. */
    health: () =>
      soon(async () => {
        const { items } = (await call(product, 'GET', '/api/channels/health', { headers: agent })).body;
        return items.find((one: { inbox: { id: string } }) => one.inbox.id === inboxId) ?? expect.fail('not shown');
      }),
    payloads: async () => (await call(product, 'GET', `/api/inboxes/${inboxId}/payloads?state=all`, { headers: admin })).body.items,
    /** Lets what waits be tried now. */
    hurry: () =>
      shop.ctx.transaction(async (tx) => {
        await tx
          .updateTable('deliveries')
          .set({ due_at: new Date(0) })
          .where('state', '=', 'queued')
          .execute();
        shop.ctx.wakeLanes(tx);
      }),
    /** As if the customers had last written so long ago. */
    age: (hours: number) =>
      shop.ctx.transaction((tx) =>
        tx
          .updateTable('threads')
          .set({ last_inbound_at: new Date(Date.now() - hours * 3_600_000) })
          .where('inbox_id', '=', inboxId)
          .execute(),
      ),
  };
}
