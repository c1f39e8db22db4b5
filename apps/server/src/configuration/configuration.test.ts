import type { ConfigurationFile } from '@madoguchi/contract/configuration.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { addCompany, asAgent } from '../../test/company.ts';
import { call, web } from '../../test/web.ts';
import { anything, asAdmin, entriesOf, queue, textOf, withEntries, withFile } from './configuration.testkit.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const branch = await addCompany(product, 'branch.example');

type Company = typeof shop;
const ask = (company: Company, method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) =>
  asAdmin(product, company).ask(method, url, body);
const files = (company: Company) => asAdmin(product, company).files();
const preview = (company: Company, given: ConfigurationFile[]) => asAdmin(product, company).preview(given);
const bring = (company: Company, given: ConfigurationFile[], ids: string[]) => asAdmin(product, company).bring(given, ids);
const made = (url: string, body: object) => asAdmin(product, shop).made(url, body);

/** A shop in which much is set up, with things that name one another. */
beforeAll(async () => {
  const team = await made('/api/teams', { name: '商品・返品', memberIds: [shop.ids.agent] });
  const brand = await made('/api/brands', { name: '葉月の茶器', key: 'chaki', color: '#2f6f4f' });
  const { items } = (await ask(shop, 'GET', '/api/inboxes')).body;
  const inbox = items[0].id;
  await ask(shop, 'PATCH', `/api/inboxes/${inbox}`, { teamIds: [team], brandId: brand });
  const hours = {
    days: Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:30' }]),
    closedOnJapaneseHolidays: true,
    closedDates: [],
  };
  await made('/api/calendars', { name: '平日', timezone: null, hours, uses: { contracts: ['premium'], inboxIds: [], brandIds: [brand] } });
  const skill = await made('/api/skills', { name: '茶器' });
  const later = await made('/api/queues', { ...queue, name: 'あとで', conditions: { ...anything, words: ['@team:商品・返品'] } });
  await made('/api/queues', { ...queue, teamIds: [team], skills: { [skill]: 3 }, overflow: { queueId: later, afterMinutes: 10 } });
  await made('/api/attributes', { subject: 'conversation', label: '返品理由', kind: 'choice', choices: ['破損', '相違'] });
  await made('/api/attributes', { subject: 'customer', label: '契約', kind: 'text' });
  const folder = await made('/api/text-folders', { kind: 'canned', name: '返品' });
  const inner = await made('/api/text-folders', { kind: 'canned', name: '送料', parentId: folder });
  await made('/api/canned-responses', {
    shortcut: 'souryo',
    title: '送料',
    text: '{{customer.name}}様\n送料は当店が負担します。',
    locale: 'ja',
    owner: 'team',
    teamId: team,
    folderId: inner,
  });
  await made('/api/roles', {
    name: '品質',
    base: 'agent',
    permissions: ['conversation.read', 'customer.read'],
    sees: 'own_team',
    unassigned: true,
  });
  await made('/api/reply-checks/words', { word: '絶対', instead: '', remark: '保証はできません', weight: 'warning' });
  await made('/api/promises/policies', {
    name: '返品は早く',
    enabled: true,
    conditions: { priorities: [], channels: [], inboxIds: [inbox], brandIds: [brand], tags: ['返品'], attributes: [] },
    targets: {
      first_response: { time: 'business', minutes: { urgent: 30, high: 60, normal: 120, low: null } },
      next_response: null,
      resolution: null,
    },
    escalations: [{ at: 'warning', promise: null, action: { kind: 'assign_team', teamId: team } }],
    warnAt: 80,
    botAnswers: false,
  });
}, 60_000);

describe('the export', () => {
  test('is the same every time, names things by name, and holds no id, no secret and no person', async () => {
    const [one, two] = [await files(shop), await files(shop)];
    expect(one).toEqual(two);
    const all = one.map(({ text }) => text).join('');
    expect(all).not.toMatch(/[a-z]{3}_[0-9a-z]{26}/);
    expect(all).not.toContain('@shop.example');
    expect(entriesOf(one, 'queues').map(({ name }: { name: string }) => name)).toEqual(['あとで', '返品', expect.any(String)]);
    expect(entriesOf(one, 'queues')[1]).toMatchObject({
      teamIds: ['@team:商品・返品'],
      skills: { '@skill:茶器': 3 },
      overflow: { queueId: '@queue:あとで' },
    });
    expect(entriesOf(one, 'queues')[0].conditions.words).toEqual(['@@team:商品・返品']);
    expect(entriesOf(one, 'canned-responses')[0]).toMatchObject({ folderId: '@folder:canned/返品/送料', teamId: '@team:商品・返品' });
    expect(textOf(one, 'teams')).toBe('[\n  {\n    "name": "商品・返品"\n  }\n]\n');
  });

  test('as a zip file that others can open', async () => {
    const answer = await product.http.inject({ url: '/api/configuration/export.zip', headers: asAgent(shop.cookies.admin) });
    expect(answer.headers['content-type']).toBe('application/zip');
    const bytes = answer.rawPayload;
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(bytes.includes(Buffer.from(textOf(await files(shop), 'teams')))).toBe(true);
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe((await files(shop)).length);
  });
});

describe('importing', () => {
  test('one’s own export changes nothing', async () => {
    const before = await files(shop);
    expect(await preview(shop, before)).toMatchObject({ changes: [], faults: [] });
    expect((await bring(shop, before, [])).body).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await files(shop)).toEqual(before);
  });

  test('into another workspace makes it the same; the preview had changed nothing', async () => {
    const wanted = await files(shop);
    const empty = await files(branch);
    const { changes, faults } = await preview(branch, wanted);
    expect(faults).toEqual([]);
    expect(changes.map(({ id, change }) => `${change} ${id}`)).toEqual(
      expect.arrayContaining(['added teams/商品・返品', 'added queues/返品', 'added roles/品質', 'changed workspace']),
    );
    expect(changes.find(({ id }) => id === 'workspace')!.fields).toContainEqual({
      name: 'name',
      before: 'branch.example',
      after: 'shop.example',
    });
    expect(await files(branch)).toEqual(empty);
    const done = await bring(
      branch,
      wanted,
      changes.map(({ id }) => id),
    );
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await files(branch)).toEqual(wanted);
  });

  test('what is not named stays; a file that is not there takes nothing away', async () => {
    const before = await files(branch);
    const words = withEntries(before, 'company-words', [{ word: '必ず', instead: '', remark: '', weight: 'hint' }]).filter(
      ({ name }) => name === 'company-words.json',
    );
    const { changes } = await preview(branch, words);
    expect(changes.map(({ id, change }) => `${change} ${id}`).toSorted()).toEqual([
      'added company-words/必ず',
      'removed company-words/絶対',
    ]);
    expect((await bring(branch, words, ['company-words/必ず'])).body).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(entriesOf(await files(branch), 'company-words')).toHaveLength(2);
    expect((await bring(branch, words, ['company-words/絶対'])).body).toMatchObject({ added: 0, changed: 0, removed: 1 });
    expect(entriesOf(await files(branch), 'company-words').map(({ word }: { word: string }) => word)).toEqual(['必ず']);
  });

  test('an order is a change of its own', async () => {
    const before = await files(branch);
    const [first, second, last] = entriesOf(before, 'queues');
    const turned = withEntries(before, 'queues', [second, first, last]);
    const { changes } = await preview(branch, turned);
    expect(changes).toMatchObject([{ id: 'queues/*order', change: 'moved' }]);
    await bring(branch, turned, ['queues/*order']);
    expect(entriesOf(await files(branch), 'queues')[0].name).toBe('返品');
  });
});

describe('what does not fit', () => {
  test('is said with its line, and nothing is changed: neither is what would have fitted', async () => {
    const before = await files(shop);
    const faultsOf = async (name: string, text: string) => (await preview(shop, withFile(before, name, text))).faults;
    expect(await faultsOf('teams', '[\n  {\n    "name": "A"\n  },,\n]')).toMatchObject([
      { file: 'teams.json', line: 4, code: 'unreadable' },
    ]);
    expect(await faultsOf('skills', '[\n  {\n    "name": ""\n  }\n]\n')).toMatchObject([{ line: 3, code: 'invalid', entry: 'skills/' }]);
    const strange = textOf(before, 'queues').replace('"@team:商品・返品', '"@team:誰でもない');
    const line = strange.split('\n').findIndex((text) => text.includes('誰でもない')) + 1;
    const lost = (await preview(shop, withFile(before, 'queues', strange))).faults;
    expect(lost).toMatchObject([{ file: 'queues.json', line, entry: 'queues/返品', code: 'reference', detail: '@team:誰でもない' }]);
    expect((await preview(shop, [{ name: 'secrets.json', text: '{}' }])).faults).toMatchObject([{ code: 'unknown_file' }]);

    const bad = entriesOf(before, 'attributes').map((one: { key: string }) => (one.key === '返品理由' ? { ...one, kind: 'number' } : one));
    const mixed = withEntries(withEntries(before, 'teams', [{ name: '新しいチーム' }, { name: '商品・返品' }]), 'attributes', bad);
    const refused = await bring(shop, mixed, ['teams/新しいチーム', 'attributes/conversation 返品理由']);
    expect([refused.status, refused.body.code]).toEqual([409, 'configuration.refused']);
    expect(refused.body.faults).toMatchObject([{ entry: 'attributes/conversation 返品理由', code: 'configuration.kind_fixed' }]);
    expect(await files(shop)).toEqual(before);
    expect((await bring(shop, mixed, ['teams/新しいチーム'])).body).toMatchObject({ added: 1, changed: 0, removed: 0 });
  });

  test('a person who is not here cannot be named: the line says whom', async () => {
    const before = await files(shop);
    const named = textOf(before, 'queues').replace('"agentIds": []', '"agentIds": ["@agent:nobody@shop.example"]');
    expect((await preview(shop, withFile(before, 'queues', named))).faults).toMatchObject([
      { code: 'reference', detail: '@agent:nobody@shop.example' },
    ]);
  });

  test('only who looks after the workspace may; a fact stays', async () => {
    for (const cookie of [shop.cookies.agent, shop.cookies.supervisor])
      expect((await call(product, 'GET', '/api/configuration/export', { headers: asAgent(cookie) })).status).toBe(403);
    const { items } = (await ask(branch, 'GET', '/api/audit?kind=settings&limit=200')).body;
    expect(items.some(({ name }: { name: string }) => name === 'configuration.imported')).toBe(true);
  });
});
