import { expect, test, vi } from 'vitest';
import { addVisitor } from '../../../test/company.ts';
import { call } from '../../../test/web.ts';
import { registerChannels } from '../channels.registry.ts';
import { tendInbox } from '../keeper/tend.lane.ts';
import { makeCalls } from '../port/calls.ts';
import { lineChannel } from './line.channel.ts';
import { lineHouse } from './line.testkit.ts';

const house = await lineHouse();
const { line, hears, product, shop, admin, agent, settled, inbox } = house;
const waits = { timeout: 30_000 };
const lastSaidTo = (userId: string) => line.world.said.filter(({ to }) => to === userId).at(-1);
/** Everything: the bot may answer a moment later, or earlier. */
const saidTo = (userId: string) => line.world.said.filter(({ to }) => to === userId).flatMap(({ messages }) => messages);
const customerOf = async (conversationId: string) => (await house.detail(conversationId)).conversation.customer.id as string;
const identitiesOf = async (customerId: string) =>
  (await call(product, 'GET', `/api/customers/${customerId}`, { headers: agent })).body.identities as { kind: string; value: string }[];

test('a chat goes on in LINE by a link: one conversation, and the word itself is not a message', async () => {
  await house.check();
  const visitor = await addVisitor(product, shop.chatKey);
  const said = await visitor.say('外出するので、続きは LINE でお願いします');
  const id = said.body.conversation.id as string;
  const link = await call(product, 'POST', `/api/conversations/${id}/continuations`, { body: { inboxId: inbox.id }, headers: agent });
  expect(link.status).toBe(201);
  const url = new URL(link.body.url);
  expect(url.pathname).toBe('/R/oaMessage/%40hazuki/');

  const userId = line.person('三浦 陽子');
  await hears(line.text(userId, decodeURIComponent(url.search.slice(1))));
  await vi.waitFor(
    () =>
      expect(lastSaidTo(userId)).toMatchObject({ by: 'reply', messages: [{ text: expect.stringContaining('LINEにつながりました。') }] }),
    waits,
  );
  await hears(line.text(userId, 'LINE に移りました'));
  await settled();
  const texts = (await house.messages(id)).filter(({ author }) => author.kind === 'customer').map(({ text, channel }) => [text, channel]);
  expect(texts).toEqual([
    ['外出するので、続きは LINE でお願いします', 'chat'],
    ['LINE に移りました', 'line'],
  ]);
  expect((await house.conversations()).filter(({ id: one }) => one === id)).toHaveLength(1);
  expect(await identitiesOf(await customerOf(id))).toMatchObject([{ kind: 'visitor' }, { kind: 'line', value: userId }]);

  const messageId = await house.reply(id, 'こちらでお答えします');
  await vi.waitFor(() => expect(saidTo(userId)).toContainEqual(expect.objectContaining({ text: 'こちらでお答えします' })), waits);
  await vi.waitFor(async () => expect(await house.messageIn(id, messageId)).toMatchObject({ channel: 'line', delivery: 'sent' }), waits);
});

test('a word that was used up or made up joins nothing, and says so', async () => {
  const userId = line.person('知らない人');
  await hears(line.text(userId, 'つづき: Qm9vLWJhei1mb28tYmFyIQ'));
  await vi.waitFor(() => expect(JSON.stringify(lastSaidTo(userId))).toContain('有効期限が切れています'), waits);
  expect((await house.conversations()).map(({ customer }) => customer.name)).not.toContain('知らない人');
});

test('a chat is no place to go on to', async () => {
  const visitor = await addVisitor(product, shop.chatKey);
  const id = (await visitor.say('こんにちは')).body.conversation.id;
  const refused = await call(product, 'POST', `/api/conversations/${id}/continuations`, {
    body: { inboxId: shop.chatInboxId },
    headers: agent,
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'link.unavailable' } });
});

test('a member signs in with the company and is known from then on: what was said in LINE is theirs', async () => {
  const put = await call(product, 'PUT', `/api/inboxes/${inbox.id}/settings`, {
    body: { values: { loginUrl: 'https://shop.example/line-login?from=line' } },
    headers: admin,
  });
  expect(put.status).toBe(200);
  const userId = line.person('会員 花子');
  await hears(line.text(userId, 'ポイントは残っていますか'));
  const id = await house.conversationOf('会員 花子');
  await hears(line.postback(userId, 'madoguchi:account-link'));
  await vi.waitFor(() => expect(saidTo(userId).map(({ type }) => type)).toContain('template'), waits);
  const { template } = saidTo(userId).find(({ type }) => type === 'template') as unknown as { template: { actions: { uri: string }[] } };
  const login = new URL(template.actions[0]!.uri);
  expect(login.href).toContain('https://shop.example/line-login?from=line&linkToken=link-');

  // The company's own server, once she has signed in.
  const member = { externalId: 'member-77', name: '会員 花子', email: 'hanako@example.jp' };
  const made = await call(product, 'POST', `/api/inboxes/${inbox.id}/account-links`, { body: member, headers: admin });
  expect(made.status).toBe(201);
  const refused = await call(product, 'POST', `/api/inboxes/${inbox.id}/account-links`, { body: member, headers: agent });
  expect(refused.status).toBe(403);

  const linked = line.accountLink(userId, made.body.nonce);
  await hears(linked);
  await hears(line.again(linked));
  await vi.waitFor(() => expect(JSON.stringify(saidTo(userId))).toContain('会員アカウントとつながりました'), waits);
  await settled();
  const kinds = (await identitiesOf(await customerOf(id))).map(({ kind, value }) => `${kind}:${value}`);
  expect(kinds.sort()).toEqual(['email:hanako@example.jp', 'external:member-77', `line:${userId}`]);

  // Somebody else who got hold of the nonce gets nothing by it.
  const thief = line.person('横取り');
  await hears(line.accountLink(thief, made.body.nonce));
  await vi.waitFor(() => expect(JSON.stringify(saidTo(thief))).toContain('つなげませんでした'), waits);
});

test('a member who comes with a second phone is the same customer, with what was said there', async () => {
  const member = { externalId: 'member-90' };
  const nonce = async () =>
    (await call(product, 'POST', `/api/inboxes/${inbox.id}/account-links`, { body: member, headers: admin })).body.nonce as string;
  const [phone, tablet] = [line.person('大野 武'), line.person('大野 武（タブレット）')];
  await hears(line.text(phone, '電話からです'), line.text(tablet, 'タブレットからです'));
  const first = await house.conversationOf('大野 武');
  const second = await house.conversationOf('大野 武（タブレット）');
  await hears(line.accountLink(phone, await nonce()));
  await settled();
  await hears(line.accountLink(tablet, await nonce()));
  await settled();
  const customer = await customerOf(first);
  expect(await customerOf(second)).toBe(customer);
  expect((await house.detail(second)).conversation.customer.name).toBe('大野 武');
  const kinds = (await identitiesOf(customer)).map(({ kind, value }) => `${kind}:${value}`);
  expect(kinds.sort()).toEqual([`external:member-90`, `line:${phone}`, `line:${tablet}`].sort());
  // The next word from there is on the same conversation.
  await hears(line.text(tablet, 'もう一つあります'));
  await settled();
  expect((await house.messages(second)).map(({ text }) => text)).toContain('もう一つあります');
});

test('the menu changes with the business hours, and only when they do', async () => {
  await call(product, 'PUT', `/api/inboxes/${inbox.id}/settings`, {
    body: { values: { richMenuOpen: 'richmenu-day', richMenuClosed: 'richmenu-night' } },
    headers: admin,
  });
  const calls = makeCalls({
    platform: product.platform,
    sealingKey: product.keys.derive('channel-secrets'),
    origins: line.origins,
    publicUrl: null,
    log: { warn: () => {}, error: () => {} },
  });
  const tend = () =>
    tendInbox(
      { platform: product.platform, channels: registerChannels([lineChannel]), calls },
      { ...inbox, name: '', channel: 'line', workspaceId: shop.workspaceId },
    );
  await tend();
  await tend();
  expect(line.world.richMenu).toBe('richmenu-day');
  const days = Array.from({ length: 7 }, () => []);
  await call(product, 'PATCH', '/api/workspace', {
    body: { businessHours: { days, closedOnJapaneseHolidays: false, closedDates: [] } },
    headers: admin,
  });
  await tend();
  await tend();
  expect(line.of(/richmenu/).map(({ path }) => path.split('/').at(-1))).toEqual(['richmenu-day', 'richmenu-night']);
  expect((await house.health()).notes).toMatchObject({ richMenu: 'richmenu-night' });

  // A menu that was taken down in LINE's console: said where people look, and messages go on.
  line.trouble({ on: /richmenu/, status: 404 });
  await call(product, 'PATCH', '/api/workspace', { body: { businessHours: null }, headers: admin });
  await tend();
  expect((await house.health()).notes).toMatchObject({ tendFailure: expect.stringContaining('404') });
  await tend();
  expect((await house.health()).notes).not.toHaveProperty('tendFailure');
});
