import type { Company } from '../../test/company.ts';
import { type Admin, anything, queue } from './configuration.testkit.ts';

/** One pixel. */
export const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const both = (text: string) => ({ ja: text, en: `${text} (en)` });
const place = { x: 0, y: 0 };

/** What both workspaces of the story have by themselves: configuration names it, and does not make it. */
export async function addSurroundings({ made, well }: Admin) {
  await made('/api/organizations', { name: '株式会社 茶の間商店' });
  const { items } = await well('GET', '/api/inboxes');
  const inbox = (channel: string): string => items.find((one: { channel: string }) => one.channel === channel).id;
  return { chat: inbox('chat'), form: inbox('form') };
}

/** A workspace with one or more of everything that can be exported, each naming others where it can. */
export async function setUpEverything(admin: Admin, company: Company): Promise<void> {
  const { made, well, upload } = admin;
  const { chat, form } = await addSurroundings(admin);
  const house = await setUpHouse(admin, { chat, form, agent: company.ids.agent });
  const organization = (await well('GET', '/api/organizations')).items[0].id as string;
  const segment = await made('/api/segments', {
    name: '茶の間商店の方',
    filter: { organizationId: organization, attribute: '会員', attributeValue: 'yes' },
  });

  const skill = await made('/api/skills', { name: '茶器' });
  const later = await made('/api/queues', { ...queue, name: 'あとで', conditions: { ...anything, words: ['@team:商品・返品'] } });
  const first = await made('/api/queues', {
    ...queue,
    conditions: { ...anything, inboxIds: [chat, form], attributes: [{ name: '会員', value: 'yes' }], difficulty: 'hard' },
    teamIds: house.teams,
    skills: { [skill]: 3 },
    overflow: { queueId: later, afterMinutes: 10 },
  });
  await well('PUT', `/api/queues/${later}`, { ...queue, name: 'あとで', overflow: { queueId: first, afterMinutes: 30 } });
  const { items: queues } = await well('GET', '/api/queues');
  const last = queues.find((one: { isDefault: boolean }) => one.isDefault);
  await well('PUT', `/api/queues/${last.id}`, { ...queue, name: 'その他の受付', mode: 'manual', conditions: anything });
  const routing = await well('GET', '/api/routing-settings');
  await well('PUT', '/api/routing-settings', { ...routing, awayAfterMinutes: 12 });

  const article = (await well('POST', '/api/articles', { question: '返品できますか', answer: '8日以内なら承ります。', category: '返品' }))
    .id;
  await well('PUT', `/api/articles/${article}/status`, { status: 'published' });
  const canned = await setUpTexts(admin, { ...house, chat, queue: first });
  await setUpWork(admin, { ...house, chat, queue: first, canned, article, segment, organization });
  await setUpRest(admin, house);
  await upload(`/api/brands/${house.brand}/logo`, 'logo.png', 'image/png', LOGO);
}

type House = { teams: string[]; brand: string };

async function setUpHouse({ made, well }: Admin, { chat, form, agent }: { chat: string; form: string; agent: string }): Promise<House> {
  await well('PATCH', '/api/workspace', { greeting: { ja: 'いらっしゃいませ', en: 'Hello' }, replyMinutes: 45, maskNumbers: false });
  // In the other order than by name: sets of them must not depend on it.
  const teams = [
    await made('/api/teams', { name: '配送', memberIds: [] }),
    await made('/api/teams', { name: '商品・返品', memberIds: [agent] }),
  ];
  const [standard] = (await well('GET', '/api/brands')).items;
  await well('PATCH', `/api/brands/${standard.id}`, { key: 'hazuki' });
  const brand = await made('/api/brands', { name: '葉月の茶器', key: 'chaki', color: '#2f6f4f' });
  await well('PATCH', `/api/inboxes/${chat}`, {
    name: 'お店のチャット',
    teamIds: teams,
    brandId: brand,
    allowedOrigins: ['https://shop.example'],
  });
  await well('PATCH', `/api/inboxes/${form}`, { name: 'お問い合わせフォーム' });
  await made('/api/calendars', {
    name: '平日',
    timezone: 'Asia/Tokyo',
    hours: {
      days: Array.from({ length: 7 }, (_, day) =>
        day < 5
          ? [
              { from: '09:00', to: '12:00' },
              { from: '13:00', to: '17:30' },
            ]
          : [],
      ),
      closedOnJapaneseHolidays: true,
      closedDates: ['2026-12-01'],
      closedEachYear: [{ name: '年末年始', from: '12-29', to: '01-03' }],
      openDates: [{ date: '2026-12-19', ranges: [{ from: '10:00', to: '15:00' }] }],
    },
    uses: { contracts: ['premium'], inboxIds: [form, chat], brandIds: [brand] },
  });
  await made('/api/roles', {
    name: '品質',
    base: 'agent',
    permissions: ['conversation.read', 'customer.read'],
    sees: 'own_team',
    unassigned: true,
  });
  await made('/api/attributes', { subject: 'customer', label: '会員', kind: 'yes_no' });
  await made('/api/attributes', { subject: 'customer', label: '会員番号', kind: 'text', labelEn: 'Member no.', help: '8桁' });
  await made('/api/attributes', { subject: 'organization', label: '取引', kind: 'choice', choices: ['卸', '小売'] });
  const reason = await made('/api/attributes', { subject: 'conversation', label: '返品理由', kind: 'choices', choices: ['破損', '相違'] });
  await made('/api/attributes', {
    subject: 'conversation',
    label: '写真',
    kind: 'link',
    required: true,
    shownWhen: [
      { on: 'attribute', key: '返品理由', oneOf: ['破損'] },
      { on: 'inbox', oneOf: [chat, form] },
    ],
    requiredWhen: [{ on: 'tag', oneOf: ['返品'] }],
  });
  // Asks about one that stands after it.
  await made('/api/attributes', { subject: 'conversation', label: '破損の程度', kind: 'text' });
  await well('PATCH', `/api/attributes/${reason}`, {
    label: '返品の理由',
    shownWhen: [{ on: 'attribute', key: '破損の程度', oneOf: ['大'] }],
  });
  const { items } = await well('GET', '/api/attributes');
  const member = items.find((one: { label: string }) => one.label === '会員');
  await well('PATCH', `/api/attributes/${member.id}`, { shownWhen: [{ on: 'attribute', key: '会員番号', oneOf: ['00000001'] }] });
  return { teams, brand };
}

async function setUpTexts({ made }: Admin, { teams, chat, queue: queueId }: House & { chat: string; queue: string }): Promise<string> {
  const top = await made('/api/text-folders', { kind: 'canned', name: '返品' });
  const inner = await made('/api/text-folders', { kind: 'canned', name: '送料', parentId: top });
  const macros = await made('/api/text-folders', { kind: 'macro', name: '返品' });
  const text = { title: '送料', text: '{{customer.name}}様\n送料は当店が負担します。', locale: 'ja' };
  const canned = await made('/api/canned-responses', { ...text, shortcut: 'souryo', owner: 'team', teamId: teams[1], folderId: inner });
  await made('/api/canned-responses', { ...text, shortcut: 'orei', folderId: top });
  await made('/api/own-canned-responses', { ...text, shortcut: 'jibun' });
  await made('/api/macros', {
    name: '返品を担当へ',
    owner: 'team',
    teamId: teams[0],
    folderId: macros,
    channels: ['chat'],
    inboxIds: [chat],
    actions: [
      { do: 'assign_team', teamId: teams[1] },
      { do: 'place_in_queue', queueId },
      { do: 'set_field', key: '返品理由', value: '破損' },
      { do: 'add_tags', tags: ['返品'] },
      { do: 'note', text: '@team:と書いた社内メモ' },
      { do: 'snooze', minutes: 60 },
    ],
  });
  return canned;
}

type Named = House & { chat: string; queue: string; canned: string; article: string; segment: string; organization: string };

async function setUpWork({ made, well }: Admin, { teams, brand, chat, queue: queueId, canned, article, segment, organization }: Named) {
  const step = { help: '', required: true };
  await made('/api/procedures', {
    name: '返品の受付',
    enabled: true,
    conditions: { channels: ['chat'], inboxIds: [chat], queueIds: [queueId], tags: ['返品'], words: ['返品'] },
    steps: [
      { kind: 'do', id: 'look', title: '写真を見る', articleId: article, ...step },
      { kind: 'field', id: 'reason', title: '理由', key: '返品理由', ...step },
      { kind: 'canned', id: 'answer', title: '答える', cannedResponseId: canned, ...step },
    ],
  });
  const plain = { channels: [], inboxIds: [], queueIds: [], tags: ['配送'], words: [] };
  await made('/api/procedures', {
    name: '配送',
    enabled: false,
    conditions: plain,
    steps: [{ kind: 'do', id: 'a', title: '追う', articleId: null, ...step }],
  });
  await made('/api/approval-rules', {
    name: '新しい人の返信',
    enabled: true,
    conditions: {
      teamIds: teams,
      inboxIds: [chat],
      channels: ['chat'],
      words: ['返金'],
      authors: { tiers: [1], newerThanDays: 90, agentIds: [] },
    },
    approvers: { agentIds: [], teamIds: teams },
    minutes: 60,
  });
  await made('/api/promises/policies', {
    name: '返品は早く',
    enabled: true,
    conditions: {
      priorities: ['high'],
      channels: ['chat'],
      inboxIds: [chat],
      brandIds: [brand],
      tags: ['返品'],
      attributes: [{ name: '会員', value: 'yes' }],
    },
    targets: {
      first_response: { time: 'business', minutes: { urgent: 30, high: 60, normal: 120, low: null } },
      next_response: null,
      resolution: { time: 'calendar', minutes: { urgent: null, high: 2880, normal: null, low: null } },
    },
    escalations: [{ at: 'warning', promise: null, action: { kind: 'assign_team', teamId: teams[1] } }],
    warnAt: 80,
    botAnswers: false,
  });
  const rule = { enabled: true, stopAfter: true };
  await made('/api/automation/rules', {
    ...rule,
    name: '破損は返品へ',
    when: { kind: 'event', event: 'tagged' },
    conditions: [
      {
        any: [
          { field: 'tag', is: true, of: ['破損'] },
          { field: 'conversation_field', is: true, name: '返品理由', of: ['破損'] },
        ],
      },
      {
        any: [
          { field: 'segment', is: true, of: [segment] },
          { field: 'organization', is: true, of: [organization, 'none'] },
        ],
      },
      {
        any: [
          { field: 'queue', is: false, of: [queueId] },
          { field: 'brand', is: true, of: [brand] },
          { field: 'inbox', is: true, of: [chat] },
        ],
      },
      {
        any: [
          { field: 'team', is: false, of: teams },
          { field: 'in_hours', is: true },
        ],
      },
    ],
    actions: [
      { do: 'assign_team', teamId: teams[0] },
      { do: 'set_priority', priority: 'high' },
    ],
  });
  await made('/api/automation/rules', {
    ...rule,
    name: '静かな問い合わせ',
    when: { kind: 'timer', since: 'waiting_for_customer', minutes: 4320, time: 'business' },
    conditions: [],
    actions: [{ do: 'set_status', status: 'resolved' }],
  });
  const flow = await made('/api/flows', {
    name: '返品の案内',
    triggers: [
      { kind: 'words', words: ['返品'] },
      { kind: 'article', articleId: article },
    ],
    start: 'ask',
    steps: [
      { id: 'ask', place, type: 'ask', text: both('ご注文番号をお知らせください'), field: 'order', kind: 'order_number', next: 'person' },
      { id: 'person', place, type: 'hand_off', text: both('担当におつなぎします'), teamId: teams[1] },
    ],
  });
  await well('PUT', `/api/flows/${flow}/status`, { status: 'published' });
  await made('/api/flows', { name: '下書き', triggers: [], start: null, steps: [] });
  const { workspace } = await well('GET', '/api/survey-settings');
  await well('PUT', '/api/survey-settings', { ...workspace, on: true, everyDays: 30 });
  await well('PUT', `/api/survey-settings/inboxes/${chat}`, { settings: { ...workspace, scale: 'two' } });
}

async function setUpRest({ made, well }: Admin, { teams }: House): Promise<void> {
  await well('PUT', '/api/reply-checks/off', { off: ['keigo'] });
  await made('/api/reply-checks/words', { word: '絶対', instead: '', remark: '保証はできません', weight: 'warning' });
  await made('/api/synonyms', { words: ['湯のみ', '湯呑', 'カップ'] });
  await well('PUT', '/api/article-categories', {
    locale: 'ja',
    items: [
      { name: '返品', parent: null },
      { name: '破損', parent: '返品' },
    ],
  });
  const model = { url: 'https://models.example/v1', enabled: true };
  await well('PUT', '/api/model-settings', {
    ...model,
    model: 'small',
    key: 'sk-hidden-one',
    timeLimitMs: 9000,
    priceIn: 1,
    priceOut: 2,
    currency: 'JPY',
  });
  await well('PUT', '/api/embedding-settings', { ...model, model: 'vectors', key: 'sk-hidden-two', timeLimitMs: 1500, price: null });
  await well('PUT', '/api/single-sign-on', {
    issuer: 'https://login.example/hazuki',
    clientId: 'madoguchi',
    clientSecret: 'hidden-three',
    label: '葉月ID',
    domains: [],
    nameClaim: 'name',
    localeClaim: 'locale',
    groupsClaim: 'groups',
    roles: [{ group: '店長', role: 'supervisor' }],
    makesAgents: true,
    teamIds: teams,
    trustedDomains: ['hazuki-saji.example'],
    asksSecondStep: true,
    signOut: 'provider',
    enabled: true,
    required: false,
  });
  await well('PUT', '/api/spam/filter', { on: false });
  await well('PUT', '/api/notification-policy', { shows: 'nothing' });
  await well('PUT', '/api/retention/conversations', { keep: 36 });
}
