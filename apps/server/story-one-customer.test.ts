import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { addCompany, addVisitor, asAgent } from './test/company.ts';
import { dovecot } from './test/dovecot.ts';
import { mailServer } from './test/mail-server.ts';
import { lineSimulator } from './test/simulators/line.ts';
import type { LineEvent } from './test/simulators/line.webhooks.ts';
import { call, web } from './test/web.ts';

const imap = await dovecot();
const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_login, _session, done) => done(null, { user: 'help' }) });
const line = await lineSimulator();
const product = await web({ channelOrigins: line.origins });
const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 0 });
const admin = asAgent(shop.cookies.admin);
const agent = asAgent(shop.cookies.agent);
afterAll(async () => {
  expect(line.faults).toEqual([]);
  await line.stop();
});

const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 30_000, interval: 50 });
const addInbox = async (name: string, channel: string, settings: object) =>
  (await call(product, 'POST', '/api/inboxes', { body: { name, channel, settings }, headers: admin })).body as { id: string; key: string };
const lineInbox = await addInbox('葉月茶寮 LINE', 'line', {
  channelSecret: line.world.channelSecret,
  channelAccessToken: line.world.accessToken,
});
const mailInbox = await addInbox('メール', 'email', {
  address: 'help@shop.example',
  fromName: '葉月と匙',
  signIn: 'password',
  login: 'help',
  password: 'himitsu',
  imapHost: '127.0.0.1',
  imapPort: imap.port,
  imapTls: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: smtp.port,
  smtpTls: 'none',
  acknowledge: false,
});
await call(product, 'POST', `/api/inboxes/${lineInbox.id}/check`, { headers: admin });

const hears = async (...events: LineEvent[]) => {
  const { body, headers } = line.webhook(events);
  const { statusCode } = await product.http.inject({ method: 'POST', url: `/api/hooks/${lineInbox.key}`, payload: body, headers });
  expect(statusCode).toBe(200);
};
const lineTexts = (userId: string) => JSON.stringify(line.world.said.filter(({ to }) => to === userId));
const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
type Shown = { author: { kind: string; name: string }; channel: string; text: string; delivery: string; joinedBy: string | null };
const messages = async (id: string): Promise<Shown[]> => (await detail(id)).messages;
const linesOf = async (id: string) =>
  (await call(product, 'GET', `/api/conversations/${id}/lines`, { headers: agent })).body.items as {
    threadId: string | null;
    inboxId: string;
    identityId: string;
    channel: string;
    inUse: boolean;
  }[];
const reply = async (id: string, text: string, more: object = {}) => {
  const { body, status } = await call(product, 'POST', `/api/conversations/${id}/replies`, {
    body: { text, seenSeq: 1000, idempotencyKey: randomUUID(), ...more },
    headers: agent,
  });
  expect(status).toBe(201);
  await call(product, 'POST', `/api/messages/${body.id}/send-now`, { headers: agent });
};

test('one customer begins in web chat, goes on by LINE, ends by e-mail: one conversation, in order, each from whom and over what it was', async () => {
  await soon(async () => {
    const { body } = await call(product, 'GET', '/api/channels/health', { headers: agent });
    const found = body.items.find(({ inbox }: { inbox: { id: string } }) => inbox.id === mailInbox.id);
    expect(found.notes).toMatchObject({ folders: 1 });
  });

  // In the chat on the shop’s page.
  const visitor = await addVisitor(product, shop.chatKey);
  const id = (await visitor.say('担当者と話したいです')).body.conversation.id as string;
  await soon(async () => expect((await messages(id)).at(-1)).toMatchObject({ author: { kind: 'bot' } }));
  await visitor.say('届いた急須のふたが欠けていました');
  await reply(id, '申し訳ありません。写真をいただけますか');
  await soon(async () => expect((await visitor.read()).messages.at(-1).text).toBe('申し訳ありません。写真をいただけますか'));

  // She is going out: the agent gives her a link to LINE, and she opens it there.
  const link = await call(product, 'POST', `/api/conversations/${id}/continuations`, { body: { inboxId: lineInbox.id }, headers: agent });
  const sato = line.person('Misaki');
  await hears(line.text(sato, decodeURIComponent(new URL(link.body.url).search.slice(1))));
  await soon(() => expect(lineTexts(sato)).toContain('LINEにつながりました'));
  const photo = line.content('image/png', Buffer.from('iVBORw0KGgo=', 'base64'));
  await hears(line.text(sato, '写真はこちらです'), line.media(sato, 'image', photo));
  await soon(async () =>
    expect((await messages(id)).filter(({ channel, author }) => channel === 'line' && author.kind === 'customer')).toHaveLength(2),
  );
  await reply(id, '確認しました。代わりをお送りします');
  await soon(() => expect(lineTexts(sato)).toContain('代わりをお送りします'));

  // She signs in with the shop from LINE: from here on they know which member she is, and her address.
  const member = { externalId: 'M-10023', name: '佐藤 美咲', email: 'misaki.sato@mail.example' };
  const { body: account } = await call(product, 'POST', `/api/inboxes/${lineInbox.id}/account-links`, { body: member, headers: admin });
  await hears(line.accountLink(sato, account.nonce));
  await soon(async () => expect((await detail(id)).conversation.customer.name).toBe('佐藤 美咲'));

  // The receipt goes by e-mail: the agent picks it among her proven addresses, and she answers there.
  const choices = await linesOf(id);
  expect(choices.map(({ channel, inUse }) => [channel, inUse])).toEqual([
    ['line', true],
    ['chat', false],
    ['email', false],
  ]);
  const mail = choices.find(({ channel }) => channel === 'email')!;
  expect(mail).toMatchObject({ threadId: null, inboxId: mailInbox.id });
  await reply(id, '領収書をお送りします', { via: { inboxId: mail.inboxId, identityId: mail.identityId } });
  await soon(() => expect(smtp.to('misaki.sato@mail.example')).toHaveLength(1));
  const [sent] = smtp.to('misaki.sato@mail.example');
  await imap.deliver(
    [
      'From: Misaki Sato <misaki.sato@mail.example>',
      'To: help@shop.example',
      'Subject: Re: receipt',
      'Message-ID: <thanks@mail.example>',
      `In-Reply-To: ${sent!.messageId}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'ありがとうございました。助かりました。',
      '',
      '> 領収書をお送りします',
    ].join('\r\n'),
  );
  await soon(async () => expect((await messages(id)).at(-1)).toMatchObject({ channel: 'email', author: { kind: 'customer' } }));

  const said = (await messages(id)).filter(({ author }) => author.kind !== 'bot');
  expect(said.map(({ author, channel, text }) => [author.kind, channel, text.split('\n')[0]])).toEqual([
    ['customer', 'chat', '担当者と話したいです'],
    ['customer', 'chat', '届いた急須のふたが欠けていました'],
    ['agent', 'chat', '申し訳ありません。写真をいただけますか'],
    ['system', 'line', expect.stringContaining('LINEにつながりました')],
    ['customer', 'line', '写真はこちらです'],
    ['customer', 'line', ''],
    ['agent', 'line', '確認しました。代わりをお送りします'],
    ['agent', 'email', '領収書をお送りします'],
    ['customer', 'email', 'ありがとうございました。助かりました。'],
  ]);
  expect(said.at(-1)).toMatchObject({ joinedBy: 'token' });
  expect(said.every(({ author, delivery }) => author.kind === 'customer' || delivery !== 'failed')).toBe(true);
  const { conversation, facts } = await detail(id);
  expect(conversation).toMatchObject({ channel: 'email', customer: { name: '佐藤 美咲' } });
  expect(
    facts
      .filter(({ name }: { name: string }) => name === 'conversation.line_added')
      .map(({ data }: { data: { channel: string } }) => data.channel),
  ).toEqual(['line', 'email']);

  // One conversation, one customer, whichever way they are looked at.
  const { body: all } = await call(product, 'GET', '/api/conversations?view=all', { headers: agent });
  expect(all.items).toHaveLength(1);
  const { body: person } = await call(product, 'GET', `/api/customers/${conversation.customer.id}`, { headers: agent });
  expect(
    person.identities.map(({ kind, value }: { kind: string; value: string }) => (kind === 'visitor' ? kind : `${kind}:${value}`)).sort(),
  ).toEqual(['email:misaki.sato@mail.example', 'external:M-10023', `line:${sato}`, 'visitor']);
  // What she reads in the chat is the same story.
  expect((await visitor.read()).messages.at(-1).text).toContain('助かりました');
  expect((await linesOf(id)).find(({ inUse }) => inUse)?.channel).toBe('email');
}, 60_000);
