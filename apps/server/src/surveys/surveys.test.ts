import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../test/company.ts';
import { lineSimulator } from '../../test/simulators/line.ts';
import { call, web } from '../../test/web.ts';
import { carriesOf } from '../channels/carries.ts';
import { registerChannels } from '../channels/channels.registry.ts';
import { chatChannel } from '../channels/chat/chat.channel.ts';
import { formChannel } from '../channels/form/form.channel.ts';
import { lineChannel } from '../channels/line/line.channel.ts';
import { askQuestion } from './ask/ask.commands.ts';
import { DEFAULT_SETTINGS } from './settings/defaults.rules.ts';

const line = await lineSimulator();
const product = await web({
  channels: [chatChannel, formChannel, lineChannel],
  channelOrigins: line.origins,
  publicUrl: 'http://desk.example',
});
const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 0 });
const [admin, agent] = [asAgent(shop.cookies.admin), asAgent(shop.cookies.agent)];
const waits = { timeout: 30_000 };
afterAll(async () => {
  expect(line.faults).toEqual([]);
  await line.stop();
});

const settings = { ...DEFAULT_SETTINGS, on: true, minutes: 0, everyDays: 0 };
const setSettings = (change: object = {}) =>
  call(product, 'PUT', '/api/survey-settings', { body: { ...settings, ...change }, headers: admin });
const conversation = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
const report = async (query = '') => (await call(product, 'GET', `/api/surveys?${query}`, { headers: agent })).body;
const factsOf = async (id: string) => (await conversation(id)).facts.map(({ name }: { name: string }) => name);
const setStatus = (id: string, status: string) =>
  call(product, 'PUT', `/api/conversations/${id}/status`, { body: { status }, headers: agent });

type Said = {
  id: string;
  text: string;
  author: { kind: string };
  blocks: { type: string; choices?: { label: string; choice: { rating?: number } }[] }[];
};
const buttons = (said: Said[]) => said.at(-1)!.blocks.flatMap(({ choices = [] }) => choices);

/** A visitor whose matter a person resolved, and was asked about. */
async function asked() {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('担当者と話したいです');
  const id = body.conversation.id as string;
  await setStatus(id, 'resolved');
  await vi.waitFor(async () => expect((await visitor.read()).messages.at(-1).text).toBe('今回の対応はいかがでしたか？'), waits);
  const said = async () => (await visitor.read()).messages as Said[];
  const press = async (rating: number) => {
    const all = (await said()).flatMap((one) => one.blocks.flatMap(({ choices = [] }) => choices));
    const { label, choice } = all.find((one) => one.choice.rating === rating)!;
    return visitor.say(label, { choice });
  };
  return { visitor, id, said, press };
}

test('nobody is asked until it is switched on, and only those who may manage the workspace do that', async () => {
  const refused = await call(product, 'PUT', '/api/survey-settings', { body: settings, headers: agent });
  expect(refused.status).toBe(403);
  expect((await call(product, 'GET', '/api/survey-settings', { headers: agent })).body.workspace).toMatchObject({ on: false });
  expect((await setSettings()).body.workspace).toEqual(settings);
});

test('in the messenger: a rating, another one, a comment; nothing of it is a message or opens the matter again', async () => {
  const { id, said, press, visitor } = await asked();
  const before = (await conversation(id)).messages.filter(({ author }: Said) => author.kind === 'customer').length;
  expect(buttons(await said()).map(({ label }) => label)).toEqual(['😄 とても満足', '😊 満足', '😐 ふつう', '😕 不満', '😞 とても不満']);

  expect((await press(3)).body.message).toMatchObject({ author: { kind: 'customer' }, text: '😐 ふつう' });
  expect((await said()).at(-1)!.text).toBe(
    '「ふつう」とお答えいただきました。ご回答ありがとうございました。\nコメントがあれば、このまま送信してください。',
  );
  await press(5);
  await press(5);
  expect((await said()).at(-1)!.text).toBe('評価を「とても満足」に変えました。');
  const commented = await visitor.say('すぐにお返事をいただけて助かりました');
  expect(commented).toMatchObject({ status: 201, body: { conversation: { status: 'resolved' } } });
  expect((await said()).at(-1)!.text).toBe('コメントをありがとうございます。担当者にお伝えします。');

  const now = await conversation(id);
  expect(now.conversation).toMatchObject({ status: 'resolved', waitingSince: null });
  expect(now.messages.filter(({ author }: Said) => author.kind === 'customer')).toHaveLength(before);
  expect((await factsOf(id)).filter((name: string) => name === 'survey.answered')).toHaveLength(3);
  expect(await report(`conversationId=${id}`)).toMatchObject({
    items: [{ rating: 5, comment: 'すぐにお返事をいただけて助かりました', agent: { id: shop.ids.agent } }],
    figures: { asked: 1, answered: 1, satisfied: 1, commented: 1, ratings: [0, 0, 0, 0, 1] },
  });

  // Said next is a message, and the same matter again.
  expect((await visitor.say('もう一つ教えてください')).body.conversation).toMatchObject({ id, status: 'open' });
});

test('a question is no comment, and another customer’s survey nobody’s', async () => {
  const { id, press, visitor, said } = await asked();
  await press(4);
  const other = await addVisitor(product, shop.chatKey);
  await other.say('担当者と話したいです');
  const { choice, label } = buttons((await said()).filter(({ blocks }) => blocks[0]?.choices?.length === 5))[0]!;
  expect((await other.say(label, { choice })).status).toBe(404);
  expect((await visitor.say('ところで、領収書はもらえますか？')).body.conversation).toMatchObject({ id, status: 'open' });
  expect((await report(`conversationId=${id}`)).items).toMatchObject([{ rating: 4, comment: null }]);
});

test('a matter that goes on before is not asked about; nor is a customer twice within the days', async () => {
  await setSettings({ minutes: 60 });
  const visitor = await addVisitor(product, shop.chatKey);
  const { id } = (await visitor.say('担当者と話したいです')).body.conversation;
  const ends = async (of: string) => {
    await setStatus(of, 'resolved');
    const { resolvedAt } = (await conversation(of)).conversation;
    return { conversationId: of, resolvedAt, by: 'agent', agentId: shop.ids.agent } as const;
  };
  const ask = (ended: Awaited<ReturnType<typeof ends>>) =>
    askQuestion(shop.ctx, { carries: carriesOf(registerChannels([chatChannel])), pageOf: async () => null }, ended);
  const once = await ends(id);
  await setStatus(id, 'open');
  await ask(once);
  const twice = await ends(id);
  await ask(once);
  expect(await report(`conversationId=${id}`)).toMatchObject({ figures: { asked: 0 } });
  await Promise.all([ask(twice), ask(twice)]);
  expect(await report(`conversationId=${id}`)).toMatchObject({ figures: { asked: 1 } });
  expect((await visitor.read()).messages.filter(({ text }: Said) => text === '今回の対応はいかがでしたか？')).toHaveLength(1);

  await setSettings({ minutes: 60, everyDays: 7 });
  await setStatus(id, 'closed');
  const again = (await visitor.say('担当者と話したいです')).body.conversation.id;
  expect(again).not.toBe(id);
  await ask(await ends(again));
  expect(await report(`conversationId=${again}`)).toMatchObject({ figures: { asked: 0 } });
  await setSettings();
});

test('in LINE: faces that are pressed, redelivered and pressed again; a low rating opens the matter again with its comment', async () => {
  const inbox = await call(product, 'POST', '/api/inboxes', {
    body: {
      name: 'LINE',
      channel: 'line',
      settings: { channelSecret: line.world.channelSecret, channelAccessToken: line.world.accessToken },
    },
    headers: admin,
  });
  await call(product, 'PUT', `/api/survey-settings/inboxes/${inbox.body.id}`, {
    body: { settings: { ...settings, reopenOnLow: true } },
    headers: admin,
  });
  const hears = async (...events: Parameters<typeof line.webhook>[0]) => {
    const { body, headers } = line.webhook(events);
    const answer = await product.http.inject({ method: 'POST', url: `/api/hooks/${inbox.body.key}`, payload: body, headers });
    expect(answer.statusCode).toBe(200);
  };
  const sato = line.person('佐藤 恵');
  await hears(line.text(sato, '担当者と話したいです'));
  const find = async () =>
    (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body.items.find(
      (one: { customer: { name: string } }) => one.customer.name === '佐藤 恵',
    );
  const { id } = await vi.waitFor(async () => {
    const found = await find();
    expect(found).toBeTruthy();
    return found;
  }, waits);
  await setStatus(id, 'resolved');
  type Box = { contents?: Box[]; action?: { data: string } };
  const faces = await vi.waitFor(() => {
    const card = line.world.said
      .flatMap(({ messages }) => messages)
      .find((one) => (one as { altText?: string }).altText === '今回の対応はいかがでしたか？');
    const [, row] = (card as unknown as { contents: { body: Box } }).contents.body.contents!;
    return row!.contents!.map(({ action }) => action!.data);
  }, waits);
  expect(faces).toHaveLength(5);
  const press = line.postback(sato, faces[4]!);
  await hears(press, press);
  await vi.waitFor(async () => expect((await report(`conversationId=${id}`)).items).toMatchObject([{ rating: 1 }]), waits);
  expect((await conversation(id)).conversation.status).toBe('resolved');
  await hears(line.text(sato, '届いた急須が割れていました'));
  await vi.waitFor(async () => expect((await conversation(id)).conversation.status).toBe('open'), waits);
  expect((await report(`conversationId=${id}`)).items).toMatchObject([{ rating: 1, comment: '届いた急須が割れていました' }]);
  const texts = (await conversation(id)).messages.map(({ text, author }: Said) => `${author.kind}: ${text}`);
  expect(texts.filter((text: string) => text.startsWith('customer'))).toEqual([
    'customer: 担当者と話したいです',
    'customer: 届いた急須が割れていました',
  ]);
});

test('by link: looking rates nothing, the form does, and can be sent again', async () => {
  const fields = {
    name: '山本 翠',
    email: 'midori@letter.example',
    subject: '納期',
    text: '届きますか。',
    locale: 'ja',
    externalId: randomUUID(),
  };
  const { body } = await call(product, 'POST', `/api/form/${shop.formKey}`, { body: fields });
  const { items } = (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body;
  const { id } = items.find(({ number }: { number: number }) => number === body.number);
  await setStatus(id, 'resolved');
  const path = await vi.waitFor(async () => {
    const found = /http:\/\/desk\.example(\/help\/surveys\/[\w-]+)/.exec((await conversation(id)).messages.at(-1).text);
    expect(found).toBeTruthy();
    return found![1]!;
  }, waits);
  const get = (url: string) => product.http.inject({ method: 'GET', url, headers: { host: 'desk.example' } });
  const post = (form: Record<string, string>) =>
    product.http.inject({
      method: 'POST',
      url: path,
      headers: { host: 'desk.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  const looked = await get(`${path}?rating=4`);
  expect(looked.statusCode).toBe(200);
  expect(looked.body).toMatch(/value="4" checked/);
  expect((await report(`conversationId=${id}`)).figures).toMatchObject({ asked: 1, answered: 0 });
  expect((await post({ comment: '評価なし' })).statusCode).toBe(422);
  expect((await post({ rating: '4', comment: '丁寧でした', externalId: randomUUID() })).statusCode).toBe(303);
  expect((await post({ rating: '2', comment: '', externalId: randomUUID() })).statusCode).toBe(303);
  expect((await get(`${path}?sent=1`)).body).toContain('不満');
  expect((await report(`conversationId=${id}`)).items).toMatchObject([{ rating: 2, comment: null }]);
  expect((await conversation(id)).conversation.status).toBe('resolved');
  expect((await get(`${path.slice(0, -1)}x`)).statusCode).toBe(404);
});

test('figures and list are of the same surveys, behind the fence of whoever asks', async () => {
  const all = await report();
  expect(all.items).toHaveLength(all.figures.answered);
  for (const rating of [1, 2, 3, 4, 5]) expect((await report(`rating=${rating}`)).items).toHaveLength(all.figures.ratings[rating - 1]);
  expect((await report('agentId=bot')).figures.asked).toBe(0);
  const page = await report('limit=1');
  expect((await report(`limit=100&cursor=${page.nextCursor}`)).items).toEqual(all.items.slice(1));

  const rival = await addCompany(product, 'rival.example');
  const theirs = await call(product, 'GET', '/api/surveys', { headers: asAgent(rival.cookies.owner) });
  expect(theirs.body).toMatchObject({ items: [], figures: { asked: 0 } });
  const { body: team } = await call(product, 'POST', '/api/teams', { body: { name: '他の係', memberIds: [] }, headers: admin });
  await call(product, 'PATCH', `/api/inboxes/${shop.chatInboxId}`, { body: { teamIds: [team.id] }, headers: admin });
  await vi.waitFor(async () => {
    const seen = await report();
    expect(seen.items.map((one: { inbox: { id: string } }) => one.inbox.id)).not.toContain(shop.chatInboxId);
    expect(seen.figures.answered).toBe(seen.items.length);
  }, waits);
});
