import * as contract from '@madoguchi/contract/flows.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { ask, knowledgeHouse } from '../knowledge/knowledge.testkit.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { flowsRoutes } from './flows.routes.ts';
import { plan, returns, text } from './flows.testkit.ts';

const house = await knowledgeHouse();
let workspaceId: string;
let app: Awaited<ReturnType<typeof house.server>>;
const asked: string[] = [];
beforeEach(async () => {
  workspaceId = await house.workspace();
  asked.length = 0;
  const lookUp = async ({ url }: { url: string }) => {
    asked.push(url);
    return url.endsWith('HS-1') ? { state: '発送済み' } : null;
  };
  const titleFor = async (_ctx: unknown, question: string) => (question.includes('送料') ? '送料はいくらですか' : null);
  app = await house.server(systemViewer(workspaceId), (on) => flowsRoutes(on, { lookUp, titleFor }, byMail));
});
const byMail = { ways: async () => ({ email: true, phone: false }) };
const permits = 'knowledge.read knowledge.write';
const create = async (body: unknown = returns) => (await ask(app, contract.createFlow, { body, permits })).body;
const facts = async () => (await house.factsOf(workspaceId)).map(({ name }) => name);

describe('a flow at the desk', () => {
  test('is drawn, saved, published, taken back and archived', async () => {
    const made = await ask(app, contract.createFlow, { body: returns, permits });
    expect(made).toMatchObject({ status: 201, body: { ...returns, status: 'draft', version: 1, publishedVersion: null } });
    const params = { id: made.body.id };
    expect(await ask(app, contract.getFlow, { params, permits })).toEqual({ status: 200, body: { flow: made.body, faults: [] } });

    const set = async (status: string) => (await ask(app, contract.setFlowStatus, { params, body: { status }, permits })).body;
    expect(await set('published')).toMatchObject({ status: 'published', version: 1, publishedVersion: 1 });
    const saved = await ask(app, contract.updateFlow, { params, body: { ...returns, name: '交換', version: 1 }, permits });
    expect(saved.body.flow).toMatchObject({ name: '交換', status: 'published', version: 2, publishedVersion: 1 });
    expect(await set('published')).toMatchObject({ publishedVersion: 2 });
    expect(await set('published')).toMatchObject({ publishedVersion: 2 });
    expect(await set('draft')).toMatchObject({ status: 'draft', publishedVersion: null });
    expect(await set('archived')).toMatchObject({ status: 'archived' });
    expect(await facts()).toEqual([
      'flow.created',
      'flow.published',
      'flow.updated',
      'flow.published',
      'flow.unpublished',
      'flow.archived',
    ]);

    const { items } = (await ask(app, contract.listFlowVersions, { params, permits })).body;
    expect(items.map(({ version, plan: kept }: { version: number; plan: { name: string } }) => `${version} ${kept.name}`)).toEqual([
      '2 交換',
      '1 返品のご相談',
    ]);
    const list = (await ask(app, contract.listFlows, { permits })).body.items;
    expect(list).toEqual([expect.objectContaining({ id: params.id, name: '交換', stepCount: 6, startedLast30Days: 0 })]);
  });

  test('saved by two at once: the second is told, with what is stored, and nothing is lost', async () => {
    const { id } = await create();
    const save = (name: string, version: number) =>
      ask(app, contract.updateFlow, { params: { id }, body: { ...returns, name, version }, permits });
    expect((await save('先', 1)).status).toBe(200);
    expect(await save('後', 1)).toMatchObject({ status: 409, body: { code: 'flow.changed_meanwhile', flow: { name: '先', version: 2 } } });
    // Sent twice, the same is the same.
    expect(await save('先', 1)).toMatchObject({ status: 200, body: { flow: { version: 2 } } });
    expect(await facts()).toEqual(['flow.created', 'flow.updated']);
  });

  test('with faults is kept as a draft and not published', async () => {
    const { id } = await create(plan([{ id: 'a', type: 'say', text: text('はい'), next: 'a' }]));
    const params = { id };
    const faults = [{ code: 'cycle.silent', stepId: 'a', severity: 'error' }];
    expect((await ask(app, contract.getFlow, { params, permits })).body.faults).toEqual(faults);
    const refused = await ask(app, contract.setFlowStatus, { params, body: { status: 'published' }, permits });
    expect(refused).toMatchObject({ status: 422, body: { code: 'flow.faulty', faults } });
    expect((await ask(app, contract.getFlow, { params, permits })).body.flow.status).toBe('draft');
  });

  test('that asks who customers are may be published without a mail server, and says what that means', async () => {
    const look = {
      id: 'look',
      type: 'look_up' as const,
      method: 'GET' as const,
      url: 'https://shop.example/',
      body: '',
      keep: [],
      next: null,
      failed: null,
    };
    const drawn = plan([
      { id: 'who', type: 'identify', text: text(''), next: 'look', failed: null },
      { ...look, identifiedOnly: true, next: 'open' },
      { ...look, id: 'open', identifiedOnly: false },
    ]);
    const { id } = await create(drawn);
    const warnings = [
      { code: 'mail.not_set_up', stepId: 'who', severity: 'warning' },
      { code: 'mail.only_signed', stepId: 'look', severity: 'warning' },
    ];
    expect((await ask(app, contract.getFlow, { params: { id }, permits })).body.faults).toEqual([]);
    const silent = await house.server(systemViewer(workspaceId), (on) =>
      flowsRoutes(on, { lookUp: async () => null, titleFor: async () => null }, { ways: async () => ({ email: false, phone: false }) }),
    );
    expect((await ask(silent, contract.getFlow, { params: { id }, permits })).body.faults).toEqual(warnings);
    expect(
      (await ask(silent, contract.updateFlow, { params: { id }, body: { ...drawn, name: '本人確認', version: 1 }, permits })).body.faults,
    ).toEqual(warnings);
    const status = { params: { id }, body: { status: 'published' }, permits };
    expect((await ask(silent, contract.setFlowStatus, status)).body).toMatchObject({ status: 'published' });
  });

  test('keeps the names of what is proved for what is proved', async () => {
    const typed = plan([{ id: 'a', type: 'ask', text: text('アドレス'), field: 'verified_email', kind: 'email', next: null }]);
    const { id } = await create(typed);
    const status = { params: { id }, body: { status: 'published' }, permits };
    expect(await ask(app, contract.setFlowStatus, status)).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'field.reserved', stepId: 'a', severity: 'error' }] },
    });
  });

  test('of another workspace is nobody’s here', async () => {
    const { id } = await create();
    const other = await house.server(systemViewer(await house.workspace()), (on) =>
      flowsRoutes(on, { lookUp: async () => null, titleFor: async () => null }, byMail),
    );
    for (const endpoint of [contract.getFlow, contract.listFlowVersions, contract.flowFigures])
      expect((await ask(other, endpoint, { params: { id }, permits })).status).toBe(404);
    expect((await ask(other, contract.updateFlow, { params: { id }, body: { ...returns, version: 1 }, permits })).status).toBe(404);
    expect((await ask(other, contract.listFlows, { permits })).body.items).toEqual([]);
  });

  test('text that PostgreSQL cannot hold is refused by name, and who may only read changes nothing', async () => {
    const body = { ...returns, name: '\u0000' };
    expect(await ask(app, contract.createFlow, { body, permits })).toMatchObject({ status: 400, body: { errors: [{ path: 'name' }] } });
    expect((await ask(app, contract.createFlow, { body: returns, permits: 'knowledge.read' })).status).toBe(403);
    expect(await facts()).toEqual([]);
  });
});

describe('a test run', () => {
  const drawn = plan([
    { id: 'ask', type: 'ask', text: text('番号は?', 'Which order?'), field: 'no', kind: 'order_number', next: 'look' },
    {
      id: 'look',
      type: 'look_up',
      method: 'GET',
      url: 'https://shop.example/orders/{no}',
      body: '',
      keep: [{ field: 'state', path: 'state' }],
      identifiedOnly: false,
      next: 'tell',
      failed: 'search',
    },
    { id: 'tell', type: 'say', text: text('{no}は{state}です。'), next: 'more' },
    { id: 'more', type: 'buttons', text: text('ほかには?'), options: [{ id: 'no', label: text('いいえ'), next: null }] },
    { id: 'search', type: 'answer', question: null, next: null },
  ]);
  const play = async (inputs: unknown[], rest = {}) =>
    (await ask(app, contract.testFlow, { body: { plan: drawn, locale: 'ja', inputs, ...rest }, permits })).body;
  const said = ({ said: lines }: { said: { by: string; text: string }[] }) => lines.map(({ by, text: words }) => `${by}: ${words}`);

  test('plays what a customer would see, look-ups and all, and keeps nothing', async () => {
    expect(await play([])).toMatchObject({ said: [{ by: 'bot', step: 'ask' }], outcome: 'waiting', at: 'ask', answers: {} });
    const run = await play([
      { kind: 'text', text: 'HS-1' },
      { kind: 'option', step: 'more', option: 'no' },
    ]);
    expect(said(run)).toEqual([
      'bot: 番号は?',
      'customer: HS-1',
      'bot: HS-1は発送済みです。',
      'bot: ほかには?',
      'customer: いいえ',
      'bot: ありがとうございます。ほかにご質問があれば、文章でお書きください。',
    ]);
    expect(run).toMatchObject({ outcome: 'ended', at: null, answers: { no: 'HS-1', state: '発送済み' } });
    expect(asked).toEqual(['https://shop.example/orders/HS-1']);
    expect(await facts()).toEqual([]);
  });

  test('shows the code instead of sending it, and remembers what was proved', async () => {
    const who = { id: 'who', type: 'identify' as const, place: { x: 0, y: 0 }, text: text(''), next: 'ask', failed: null };
    const steps = drawn.steps.map((step) =>
      step.type === 'look_up' ? { ...step, identifiedOnly: true, url: 'https://shop.example/{verified_email}/{no}' } : step,
    );
    const asking = { plan: { ...drawn, start: 'who', steps: [who, ...steps] } };
    const typed = (...texts: string[]) => texts.map((one) => ({ kind: 'text', text: one }));
    const shown = await play(typed('sato@mail.example'), asking);
    expect(shown.said.at(-1).text).toContain('コード: 123456');
    expect(shown.said.at(-1).options.map(({ id }: { id: string }) => id)).toEqual(['resend', 'other_address', 'cannot']);
    const wrong = await play(typed('sato@mail.example', '000000'), asking);
    expect(wrong.said.at(-1).text).toContain('確認コードが違います');
    const run = await play(typed('sato@mail.example', '123456', 'HS-1'), asking);
    expect(said(run).slice(-4)).toEqual(['bot: 番号は?', 'customer: HS-1', 'bot: HS-1は発送済みです。', 'bot: ほかには?']);
    expect(asked).toEqual(['https://shop.example/sato%40mail.example/HS-1']);
    expect(said(await play([{ kind: 'option', step: 'who', option: 'cannot' }], asking)).at(-2)).toBe('customer: メールでは確認できない');
    expect(await house.admin.query('select from system_mails')).toMatchObject({ rowCount: 0 });
  });

  test('is told of example orders only: its code proves nothing about anybody', async () => {
    const own = { ...drawn.steps[1]!, of: 'orders' as const, numberField: 'no', identifiedOnly: false };
    const tell = { ...drawn.steps[2]!, text: text('{order_list}') };
    const steps = drawn.steps.with(1, own as (typeof drawn.steps)[number]).with(2, tell as (typeof drawn.steps)[number]);
    const typed = ['HS-1', 'sato@mail.example', '123456'].map((one) => ({ kind: 'text', text: one }));
    const waiting = await play(typed.slice(0, 1), { plan: { ...drawn, steps } });
    expect(waiting.said.at(-1).text).toContain('6桁の確認コード');
    const run = await play(typed, { plan: { ...drawn, steps } });
    expect(said(run).at(-2)).toBe('bot: HS-1（2026年1月15日、5,940円）: 発送済み\nヤマト運輸 0000-0000-0000');
    const known = await play(typed.slice(0, 1), { plan: { ...drawn, steps }, identified: true });
    expect(said(known).at(-2)).toContain('bot: HS-1');
    expect(asked).toEqual([]);
  });

  test('shows the article that would be quoted, or that the bot goes on', async () => {
    const inputs = [{ kind: 'text', text: 'HS-2' }];
    const answered = await play(inputs, { question: '送料は?' });
    expect(answered).toMatchObject({ outcome: 'answered', at: null });
    expect(said(answered).at(-1)).toBe('bot: 送料はいくらですか');
    expect(await play(inputs, { question: '天気は?' })).toMatchObject({ outcome: 'ended' });
    expect(said(await play([], { locale: 'en' }))).toEqual(['bot: Which order?']);
  });

  test('bears any plan: rounds, missing steps, inputs after the end', async () => {
    const round = plan([{ id: 'a', type: 'say', text: text('回る'), next: 'a' }]);
    expect(await play([{ kind: 'text', text: '止まって' }], { plan: round })).toMatchObject({ outcome: 'ended' });
    expect(await play([], { plan: plan([]) })).toMatchObject({ said: [], outcome: 'ended' });
  });
});
