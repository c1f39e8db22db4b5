import { vi } from 'vitest';
import { channelHouse, type ShownMessage } from './channel-house.ts';
import { asAgent } from './company.ts';
import { call } from './web.ts';

const PATIENCE = { timeout: 30_000 };
const PUBLIC_URL = 'https://desk.example';

/** A house of one channel for stories in which the bot speaks, too: conversations are found by any of their words, not by the last. */
export async function channelStory(wish: Parameters<typeof channelHouse>[0]) {
  const house = await channelHouse({ publicUrl: PUBLIC_URL, botSpeaks: true, ...wish });
  const agent = asAgent(house.shop.cookies.agent);
  const hookPath = `/api/hooks/${house.key}`;
  return {
    ...house,
    hookPath,
    hookUrl: `${PUBLIC_URL}${hookPath}`,

    /** Posts to the hook as it is. */
    post: (body: string, headers: Record<string, string>, query = '') =>
      house.product.http.inject({ method: 'POST', url: `${hookPath}${query}`, payload: body, headers }),

    conversationWith: (text: string): Promise<string> =>
      vi.waitFor(async () => {
        for (const { id } of await house.conversations())
          if ((await house.messages(id)).some((message) => message.text === text)) return id;
        throw new Error(`nobody said ${text}`);
      }, PATIENCE),

    customersSaid: async (conversationId: string): Promise<string[]> =>
      (await house.messages(conversationId)).filter(({ author }) => author.kind === 'customer').map(({ text }) => text),

    /** Until a message is as it should be. */
    until: (conversationId: string, messageId: string, check: (message: ShownMessage) => void): Promise<void> =>
      vi.waitFor(async () => check((await house.message(conversationId, messageId))!), PATIENCE),

    /** Waits until a message waits for its next try, and has it tried now. */
    hurry: () =>
      vi.waitFor(
        () =>
          house.shop.ctx.transaction(async (tx) => {
            const waiting = tx
              .updateTable('deliveries')
              .set({ due_at: new Date(0) })
              .where('state', '=', 'queued');
            const { numUpdatedRows } = await waiting.where('tries', '>', 0).executeTakeFirstOrThrow();
            if (!numUpdatedRows) throw new Error('nothing waits');
            house.shop.ctx.wakeLanes(tx);
          }),
        PATIENCE,
      ),

    lines: async (conversationId: string) =>
      (await call(house.product, 'GET', `/api/conversations/${conversationId}/lines`, { headers: agent })).body.items,

    /** Another inbox of the same channel. @returns its id */
    async addInbox(name: string, settings: Record<string, string>): Promise<string> {
      const headers = asAgent(house.shop.cookies.admin);
      const body = { name, channel: wish.channel.name, settings };
      return (await call(house.product, 'POST', '/api/inboxes', { body, headers })).body.id as string;
    },

    /** A file an agent puts to a reply. @returns its id */
    async upload(name: string, type: string, bytes: Buffer): Promise<string> {
      const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
      const answer = await house.product.http.inject({
        method: 'POST',
        url: '/api/attachments',
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
        headers: { ...agent, 'content-type': 'multipart/form-data; boundary=b' },
      });
      if (answer.statusCode !== 201) throw new Error(`no upload: ${answer.body}`);
      return JSON.parse(answer.body).id as string;
    },
  };
}

/** A condition that comes true soon. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, PATIENCE);
