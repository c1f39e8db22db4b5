import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { addCompany, asAgent } from '../../../test/company.ts';
import { call, type Web } from '../../../test/web.ts';
import { keepPayload } from '../inbound/payloads.commands.ts';

type Values = Record<string, string | number | boolean>;

/** A mail as its sender's program writes it, to help@shop.example unless another head says so. */
export const mailOf = (head: Record<string, string>, text: string): string =>
  `${Object.entries({ To: 'help@shop.example', 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', ...head })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`;

export const until = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 30_000, interval: 100 });

/** A mailbox's settings for servers on this machine. */
export const mailSettings = (ports: { imap: number; smtp: number }, more: Values = {}): Values => ({
  address: 'help@shop.example',
  fromName: 'はづき茶舗',
  signIn: 'password',
  login: 'help',
  password: 'himitsu',
  imapHost: '127.0.0.1',
  imapPort: ports.imap,
  imapTls: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: ports.smtp,
  smtpTls: 'none',
  acknowledge: false,
  ...more,
});

type Shown = {
  id: string;
  text: string;
  kind: string;
  author: { kind: string };
  joinedBy: string | null;
  delivery: string;
  failure: { code: string; detail: string } | null;
  at: string;
  blocks: { type: string }[];
  attachments: { name: string; sizeInBytes: number; url: string }[];
};
type Listed = { id: string; subject: string; number: number; status: string; locale: string; createdAt: string };

/** A company with one mailbox, and what its agents do and see, in few words. */
export async function mailHouse(product: Web, domain: string, settings: Values) {
  const shop = await addCompany(product, domain, { undoSendSeconds: 0 });
  const admin = asAgent(shop.cookies.admin);
  const agent = asAgent(shop.cookies.agent);
  const made = await call(product, 'POST', '/api/inboxes', { body: { name: 'メール', channel: 'email', settings }, headers: admin });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const inboxId = made.body.id as string;

  const conversations = async (view = 'all') =>
    (await call(product, 'GET', `/api/conversations?view=${view}&limit=100`, { headers: agent })).body.items as Listed[];
  const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
  return {
    product,
    shop,
    admin,
    agent,
    inboxId,
    conversations,
    detail,
    messages: async (id: string) => (await detail(id)).messages as Shown[],
    bySubject: (subject: string, view = 'all') =>
      until(async () => {
        const found = (await conversations(view)).find((one) => one.subject === subject);
        if (!found) throw new Error(`nothing about ${subject}`);
        return found.id;
      }),
    /** As if the mailbox had been read: kept as the connection keeps it. */
    take: (raw: string, headers: Record<string, string> = {}) => keepPayload(shop.ctx, inboxId, { body: Buffer.from(raw), headers }),
    set: (values: Values) =>
      call(product, 'PUT', `/api/inboxes/${inboxId}/settings`, { body: { values: { ...settings, ...values } }, headers: admin }),
    reply: async (id: string, text: string, more: object = {}): Promise<string> => {
      const { body, status } = await call(product, 'POST', `/api/conversations/${id}/replies`, {
        body: { text, seenSeq: 1000, idempotencyKey: randomUUID(), ...more },
        headers: agent,
      });
      if (status >= 300) throw new Error(JSON.stringify(body));
      return body.id as string;
    },
    health: async () =>
      (await call(product, 'GET', '/api/channels/health', { headers: agent })).body.items.find(
        (one: { inbox: { id: string } }) => one.inbox.id === inboxId,
      ),
  };
}
