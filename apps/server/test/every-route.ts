import type { RouteEntry } from '../src/platform/http/server.ts';
import { newId } from '../src/platform/ids/ids.ts';
import { password } from './company.ts';

/** What the routes are asked about: ids of one workspace. */
export type World = Record<
  | 'conversation'
  | 'message'
  | 'agent'
  | 'team'
  | 'inbox'
  | 'article'
  | 'customer'
  | 'cannedResponse'
  | 'companyWord'
  | 'synonym'
  | 'brand'
  | 'checkedQuestion'
  | 'flow'
  | 'apiKey'
  | 'articleImport'
  | 'attachment'
  | 'session'
  | 'payload'
  | 'calendar'
  | 'policy'
  | 'queue'
  | 'skill'
  | 'offer'
  | 'standIn'
  | 'block'
  | 'chatKey'
  | 'formKey'
  | 'email',
  string
>;
type Input = { url: string; body?: object; file?: { name: string; bytes: Buffer } };

/** Ids that look right and belong to nobody. */
export const nowhere = (keys: Pick<World, 'chatKey' | 'formKey' | 'email'>): World => ({
  conversation: newId('cnv'),
  message: newId('msg'),
  agent: newId('agt'),
  team: newId('tem'),
  inbox: newId('ibx'),
  article: newId('art'),
  customer: newId('cus'),
  cannedResponse: newId('can'),
  companyWord: newId('cwd'),
  synonym: newId('syn'),
  brand: newId('brd'),
  checkedQuestion: newId('chq'),
  flow: newId('flw'),
  apiKey: newId('key'),
  articleImport: newId('imp'),
  attachment: newId('att'),
  payload: newId('pay'),
  calendar: newId('cal'),
  policy: newId('slp'),
  queue: newId('que'),
  skill: newId('skl'),
  offer: newId('ofr'),
  standIn: newId('sti'),
  block: newId('blk'),
  session: 'session-of-nobody',
  ...keys,
});

let n = 0;
const unique = (word: string) => {
  n += 1;
  return `${word}-${n}`;
};
const get = (url: string) => () => ({ url });
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const image = { name: 'dot.png', bytes: png };
const faq = { name: 'faq.csv', bytes: Buffer.from('question,answer\n送料は?,500円です\n') };
const article = { question: '送料は?', answer: '500円です。', category: '', examples: [], locale: 'ja' };
const flow = { name: 'ご案内', triggers: [], start: null, steps: [] };
const surveySettings = {
  on: true,
  after: 'both',
  minutes: 0,
  inHoursOnly: false,
  scale: 'five',
  question: { ja: 'いかがでしたか', en: 'How was it?' },
  comment: { ask: true, text: { ja: 'コメント', en: 'Comment' } },
  thanks: { ja: 'どうも', en: 'Thanks' },
  everyDays: 7,
  reopenOnLow: false,
};
export const queueExample = {
  name: '全般',
  mode: 'manual',
  conditions: { channels: [], inboxIds: [], pages: [], tags: [], words: [], languages: [], attributes: [], difficulty: null },
  teamIds: [],
  agentIds: [],
  skills: {},
  tier: 1,
  honorsLanguage: false,
  priorityBoost: 0,
  offerSeconds: 30,
  overflow: null,
};
export const calendarExample = { name: '法人', timezone: null, hours: null, uses: { contracts: ['premium'], inboxIds: [], brandIds: [] } };
const hour = { time: 'business', minutes: { urgent: 60, high: 60, normal: 60, low: null } };
export const policyExample = {
  name: '標準',
  enabled: true,
  conditions: { priorities: [], channels: [], inboxIds: [], brandIds: [], tags: [], attributes: [] },
  targets: { first_response: hour, next_response: null, resolution: null },
  escalations: [],
  warnAt: 75,
  botAnswers: false,
};
const period = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';
const canned = { shortcut: 'hi', title: 'あいさつ', text: 'こんにちは', locale: 'ja' };

/** A well-formed question for every route under /api. A route that is not here has no test of who may call it. */
const inputs: Record<string, (of: World) => Input> = {
  'POST /api/sign-in': ({ email }) => ({ url: '/api/sign-in', body: { email, password } }),
  'POST /api/sign-out': get('/api/sign-out'),
  'GET /api/me': get('/api/me'),
  'PATCH /api/me': () => ({ url: '/api/me', body: { name: '名前' } }),
  'PUT /api/me/password': () => ({ url: '/api/me/password', body: { current: password, password } }),
  'GET /api/sessions': get('/api/sessions'),
  'DELETE /api/sessions/:id': ({ session }) => ({ url: `/api/sessions/${session}` }),
  'POST /api/sign-in/code': () => ({ url: '/api/sign-in/code', body: { token: 'of.nobody', code: '123456' } }),
  'POST /api/sign-in/two-factor': () => ({ url: '/api/sign-in/two-factor', body: { token: 'of.nobody' } }),
  'PUT /api/sign-in/two-factor': () => ({ url: '/api/sign-in/two-factor', body: { token: 'of.nobody', proposal: 'x.y', code: '123456' } }),
  'GET /api/me/two-factor': get('/api/me/two-factor'),
  'POST /api/me/two-factor/proposal': () => ({ url: '/api/me/two-factor/proposal', body: { password } }),
  'PUT /api/me/two-factor': () => ({ url: '/api/me/two-factor', body: { proposal: 'of.nobody', code: '123456' } }),
  'POST /api/me/two-factor/off': () => ({ url: '/api/me/two-factor/off', body: { password, code: '123456' } }),
  'POST /api/me/two-factor/recovery-codes': () => ({ url: '/api/me/two-factor/recovery-codes', body: { password, code: '123456' } }),
  'GET /api/audit': get('/api/audit'),
  'GET /api/audit/export.csv': get('/api/audit/export.csv'),
  'GET /api/two-factor': get('/api/two-factor'),
  'PUT /api/two-factor': () => ({ url: '/api/two-factor', body: { required: false } }),
  'DELETE /api/agents/:id/two-factor': ({ agent }) => ({ url: `/api/agents/${agent}/two-factor` }),
  'GET /api/setup': get('/api/setup'),
  'POST /api/setup': () => ({
    url: '/api/setup',
    body: { workspaceName: 'もうひとつ', name: '誰か', email: 'somebody@else.example', password, locale: 'ja' },
  }),

  'GET /api/agents': get('/api/agents'),
  'POST /api/agents': () => ({
    url: '/api/agents',
    body: { name: '新人', email: `${unique('new')}@shop.example`, role: 'agent', password, locale: 'ja' },
  }),
  'PATCH /api/agents/:id': ({ agent }) => ({ url: `/api/agents/${agent}`, body: { name: '別の名前' } }),
  'GET /api/teams': get('/api/teams'),
  'POST /api/teams': () => ({ url: '/api/teams', body: { name: unique('team'), memberIds: [] } }),
  'PATCH /api/teams/:id': ({ team }) => ({ url: `/api/teams/${team}`, body: { name: '別の名前' } }),
  'GET /api/api-keys': get('/api/api-keys'),
  'POST /api/api-keys': () => ({ url: '/api/api-keys', body: { name: '連携', role: 'agent' } }),
  'DELETE /api/api-keys/:id': ({ apiKey }) => ({ url: `/api/api-keys/${apiKey}` }),

  'GET /api/survey-settings': get('/api/survey-settings'),
  'PUT /api/survey-settings': () => ({ url: '/api/survey-settings', body: surveySettings }),
  'PUT /api/survey-settings/inboxes/:id': ({ inbox }) => ({
    url: `/api/survey-settings/inboxes/${inbox}`,
    body: { settings: surveySettings },
  }),
  'GET /api/search': get('/api/search?q=%E6%80%A5%E9%A0%88'),
  'GET /api/search/build': get('/api/search/build'),
  'POST /api/search/build': () => ({ url: '/api/search/build' }),
  'GET /api/surveys': get('/api/surveys'),
  'GET /api/calendars': get('/api/calendars'),
  'POST /api/calendars': () => ({ url: '/api/calendars', body: calendarExample }),
  'PUT /api/calendars/:id': ({ calendar: id }) => ({ url: `/api/calendars/${id}`, body: { ...calendarExample, name: '別の名前' } }),
  'DELETE /api/calendars/:id': ({ calendar: id }) => ({ url: `/api/calendars/${id}` }),
  'POST /api/calendars/preview': () => ({ url: '/api/calendars/preview', body: { timezone: null, hours: null } }),
  'GET /api/promises/policies': get('/api/promises/policies'),
  'POST /api/promises/policies': () => ({ url: '/api/promises/policies', body: policyExample }),
  'PUT /api/promises/policies/:id': ({ policy: id }) => ({ url: `/api/promises/policies/${id}`, body: { ...policyExample, warnAt: 50 } }),
  'DELETE /api/promises/policies/:id': ({ policy: id }) => ({ url: `/api/promises/policies/${id}` }),
  'PUT /api/promises/policies-order': ({ policy: id }) => ({ url: '/api/promises/policies-order', body: { ids: [id] } }),
  'POST /api/promises/examples': () => ({ url: '/api/promises/examples', body: { target: policyExample.targets.first_response } }),
  'GET /api/promises/attainment': get(`/api/promises/attainment?${period}`),
  'GET /api/promises/attainment/conversations': get(`/api/promises/attainment/conversations?${period}&promise=resolution&outcome=open`),
  'GET /api/conversations/:id/promises': ({ conversation }) => ({ url: `/api/conversations/${conversation}/promises` }),
  'GET /api/workspace': get('/api/workspace'),
  'PATCH /api/workspace': () => ({ url: '/api/workspace', body: { replyMinutes: 15 } }),
  'GET /api/system-mail': get('/api/system-mail'),
  'POST /api/system-mail/test': get('/api/system-mail/test'),
  'GET /api/model-settings': get('/api/model-settings'),
  'PUT /api/model-settings': () => ({
    url: '/api/model-settings',
    body: { url: '', model: '', enabled: false, timeLimitMs: 8000, priceIn: null, priceOut: null, currency: 'JPY' },
  }),
  'POST /api/model-settings/test': () => ({ url: '/api/model-settings/test', body: {} }),
  'GET /api/embedding-settings': get('/api/embedding-settings'),
  'GET /api/embedding-settings/local': get('/api/embedding-settings/local'),
  'PUT /api/embedding-settings': () => ({
    url: '/api/embedding-settings',
    body: { url: '', model: '', enabled: false, timeLimitMs: 1500, price: null },
  }),
  'POST /api/embedding-settings/test': () => ({ url: '/api/embedding-settings/test', body: {} }),
  'GET /api/embedding-state': get('/api/embedding-state'),
  'GET /api/model-usage': get('/api/model-usage?days=7'),
  'GET /api/inboxes': get('/api/inboxes'),
  'POST /api/inboxes': () => ({ url: '/api/inboxes', body: { name: unique('inbox'), channel: 'chat' } }),
  'PATCH /api/inboxes/:id': ({ inbox }) => ({ url: `/api/inboxes/${inbox}`, body: { name: '別の名前' } }),
  'DELETE /api/inboxes/:id': ({ inbox }) => ({ url: `/api/inboxes/${inbox}` }),
  'GET /api/inboxes/:id/settings': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/settings` }),
  'PUT /api/inboxes/:id/settings': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/settings`, body: { values: {} } }),
  'POST /api/inboxes/:id/check': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/check` }),
  'GET /api/inboxes/:id/payloads': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/payloads` }),
  'GET /api/channels': get('/api/channels'),
  'GET /api/channels/health': get('/api/channels/health'),
  'GET /api/payloads/:id/comparison': ({ payload }) => ({ url: `/api/payloads/${payload}/comparison` }),
  'POST /api/payloads/:id/parse': ({ payload }) => ({ url: `/api/payloads/${payload}/parse` }),
  'POST /api/messages/:id/retry': ({ message }) => ({ url: `/api/messages/${message}/retry` }),
  'GET /api/conversations/:id/lines': ({ conversation }) => ({ url: `/api/conversations/${conversation}/lines` }),
  'GET /api/hooks/:key': ({ chatKey }) => ({ url: `/api/hooks/${chatKey}` }),
  'POST /api/hooks/:key': ({ chatKey }) => ({ url: `/api/hooks/${chatKey}`, body: {} }),
  'POST /api/inboxes/:id/account-links': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/account-links`, body: { externalId: 'member-1' } }),
  'POST /api/conversations/:id/continuations': ({ conversation, inbox }) => ({
    url: `/api/conversations/${conversation}/continuations`,
    body: { inboxId: inbox },
  }),
  'POST /api/conversations/:id/continuations/undo': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/continuations/undo`,
    body: { threadId: 'thr_00000000000000000000000000' },
  }),
  'POST /api/inboxes/:id/identity-secret': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/identity-secret` }),

  'GET /api/brands': get('/api/brands'),
  'POST /api/brands': () => ({ url: '/api/brands', body: { name: '別の屋号', key: unique('brand'), color: '#0b7285', host: null } }),
  'PATCH /api/brands/:id': ({ brand }) => ({ url: `/api/brands/${brand}`, body: { color: '#2b8a3e' } }),
  'POST /api/brands/:id/logo': ({ brand }) => ({ url: `/api/brands/${brand}/logo`, file: image }),
  'DELETE /api/brands/:id/logo': ({ brand }) => ({ url: `/api/brands/${brand}/logo` }),
  'DELETE /api/brands/:id': ({ brand }) => ({ url: `/api/brands/${brand}` }),
  'PUT /api/articles/:id/brands': ({ article: id }) => ({ url: `/api/articles/${id}/brands`, body: { brandIds: null } }),

  'GET /api/queues': get('/api/queues'),
  'POST /api/queues': () => ({ url: '/api/queues', body: { ...queueExample, name: unique('queue') } }),
  'PUT /api/queues/order': () => ({ url: '/api/queues/order', body: { ids: [] } }),
  'PUT /api/queues/:id': ({ queue: id }) => ({ url: `/api/queues/${id}`, body: queueExample }),
  'DELETE /api/queues/:id': ({ queue: id }) => ({ url: `/api/queues/${id}` }),
  'POST /api/queues/try': ({ inbox }) => ({
    url: '/api/queues/try',
    body: { inboxId: inbox, subject: '', page: '', tags: [], language: 'ja', attributes: [], difficulty: 'easy' },
  }),
  'GET /api/skills': get('/api/skills'),
  'POST /api/skills': () => ({ url: '/api/skills', body: { name: unique('skill') } }),
  'PATCH /api/skills/:id': ({ skill }) => ({ url: `/api/skills/${skill}`, body: { name: unique('skill') } }),
  'DELETE /api/skills/:id': ({ skill }) => ({ url: `/api/skills/${skill}` }),
  'GET /api/routing-profiles': get('/api/routing-profiles'),
  'PUT /api/routing-profiles/:id': ({ agent }) => ({
    url: `/api/routing-profiles/${agent}`,
    body: { tier: 1, languages: ['ja'], skills: {}, capacity: { chats: 3, messages: 20, calls: 1 } },
  }),
  'GET /api/routing-settings': get('/api/routing-settings'),
  'PUT /api/routing-settings': () => ({ url: '/api/routing-settings', body: { reasons: [], awayAfterMinutes: 5, lastAgentSeconds: 20 } }),
  'GET /api/presences': get('/api/presences'),
  'PUT /api/presences/me': () => ({ url: '/api/presences/me', body: { state: 'available', reasonId: null } }),
  'PUT /api/presences/:id': ({ agent }) => ({ url: `/api/presences/${agent}`, body: { state: 'away', reasonId: null } }),
  'GET /api/offers': get('/api/offers'),
  'POST /api/offers/:id/accept': ({ offer }) => ({ url: `/api/offers/${offer}/accept` }),
  'POST /api/offers/:id/decline': ({ offer }) => ({ url: `/api/offers/${offer}/decline`, body: { reason: '' } }),
  'GET /api/conversations/:id/routing': ({ conversation }) => ({ url: `/api/conversations/${conversation}/routing` }),
  'PUT /api/conversations/:id/difficulty': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/difficulty`,
    body: { difficulty: 'hard' },
  }),
  'PUT /api/conversations/:id/queue': ({ conversation, queue }) => ({
    url: `/api/conversations/${conversation}/queue`,
    body: { queueId: queue },
  }),
  'GET /api/board': get('/api/board'),
  'GET /api/board/conversations': get('/api/board/conversations'),
  'POST /api/conversations/:id/escalation': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/escalation`,
    body: { reason: '返金の判断が要ります' },
  }),
  'POST /api/hand-over': () => ({ url: '/api/hand-over', body: { to: 'queue', note: '' } }),
  'GET /api/stand-ins': get('/api/stand-ins'),
  'POST /api/stand-ins': ({ agent }) => ({
    url: '/api/stand-ins',
    body: { agentId: agent, standInId: newId('agt'), startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2026-12-02T00:00:00.000Z' },
  }),
  'DELETE /api/stand-ins/:id': ({ standIn }) => ({ url: `/api/stand-ins/${standIn}` }),

  'GET /api/canned-responses': get('/api/canned-responses'),
  'POST /api/canned-responses': () => ({ url: '/api/canned-responses', body: canned }),
  'PUT /api/canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/canned-responses/${cannedResponse}`, body: canned }),
  'DELETE /api/canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/canned-responses/${cannedResponse}` }),

  'GET /api/customers': get('/api/customers'),
  'GET /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}` }),
  'GET /api/customers/count': get('/api/customers/count'),
  'GET /api/customers/:id/duplicates': ({ customer }) => ({ url: `/api/customers/${customer}/duplicates` }),
  'GET /api/customer-duplicates': get('/api/customer-duplicates'),
  'POST /api/customers/:id/merges': ({ customer }) => ({ url: `/api/customers/${customer}/merges`, body: { otherId: customer } }),
  'DELETE /api/customer-merges/:id': () => ({ url: `/api/customer-merges/${newId('mrg')}` }),
  'PUT /api/customers/:id/distinctions/:otherId': ({ customer }) => ({
    url: `/api/customers/${customer}/distinctions/${customer}`,
    body: { distinct: true },
  }),
  'GET /api/customers/:id/organization-proposal': ({ customer }) => ({ url: `/api/customers/${customer}/organization-proposal` }),
  'GET /api/customers/:id/notes': ({ customer }) => ({ url: `/api/customers/${customer}/notes` }),
  'POST /api/customers/:id/notes': ({ customer }) => ({ url: `/api/customers/${customer}/notes`, body: { text: 'お得意様' } }),
  'PUT /api/customer-notes/:id': () => ({ url: `/api/customer-notes/${newId('cnt')}`, body: { text: 'お得意様' } }),
  'DELETE /api/customer-notes/:id': () => ({ url: `/api/customer-notes/${newId('cnt')}` }),
  'GET /api/organizations': get('/api/organizations'),
  'POST /api/organizations': () => ({ url: '/api/organizations', body: { name: unique('旅館') } }),
  'GET /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}` }),
  'PATCH /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}`, body: { name: '別の名前' } }),
  'DELETE /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}` }),
  'GET /api/attributes': get('/api/attributes'),
  'POST /api/attributes': () => ({ url: '/api/attributes', body: { subject: 'customer', label: unique('属性'), kind: 'text' } }),
  'PATCH /api/attributes/:id': () => ({ url: `/api/attributes/${newId('atd')}`, body: { label: unique('属性') } }),
  'DELETE /api/attributes/:id': () => ({ url: `/api/attributes/${newId('atd')}` }),
  'GET /api/segments': get('/api/segments'),
  'POST /api/segments': () => ({ url: '/api/segments', body: { name: '京都', filter: { prefecture: '京都府' } } }),
  'PUT /api/segments/:id': () => ({ url: `/api/segments/${newId('seg')}`, body: { name: '京都', filter: {} } }),
  'DELETE /api/segments/:id': () => ({ url: `/api/segments/${newId('seg')}` }),
  'GET /api/customers/:id/timeline': ({ customer }) => ({ url: `/api/customers/${customer}/timeline` }),
  'GET /api/customers/:id/export': ({ customer }) => ({ url: `/api/customers/${customer}/export` }),
  'DELETE /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}` }),
  'GET /api/customers/export.csv': get('/api/customers/export.csv'),
  'POST /api/customer-imports': () => ({
    url: '/api/customer-imports',
    file: { name: 'customers.csv', bytes: Buffer.from(`会員番号,名前\n${unique('M')},山田\n`) },
  }),
  'POST /api/customer-imports/:id/plan': () => ({ url: `/api/customer-imports/${newId('cim')}/plan`, body: { mapping: ['email'] } }),
  'POST /api/customer-imports/:id/apply': () => ({ url: `/api/customer-imports/${newId('cim')}/apply`, body: { mapping: ['email'] } }),
  'PATCH /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}`, body: { reading: 'べつのよみ' } }),

  'GET /api/flows': get('/api/flows'),
  'GET /api/flows/:id': ({ flow: id }) => ({ url: `/api/flows/${id}` }),
  'POST /api/flows': () => ({ url: '/api/flows', body: flow }),
  'PUT /api/flows/:id': ({ flow: id }) => ({ url: `/api/flows/${id}`, body: { ...flow, version: 1 } }),
  'PUT /api/flows/:id/status': ({ flow: id }) => ({ url: `/api/flows/${id}/status`, body: { status: 'archived' } }),
  'GET /api/flows/:id/versions': ({ flow: id }) => ({ url: `/api/flows/${id}/versions` }),
  'GET /api/flows/:id/figures': ({ flow: id }) => ({ url: `/api/flows/${id}/figures` }),
  'POST /api/flows/test-run': () => ({ url: '/api/flows/test-run', body: { plan: flow, locale: 'ja', inputs: [] } }),

  'GET /api/synonyms': get('/api/synonyms'),
  'POST /api/synonyms': () => ({ url: '/api/synonyms', body: { words: [unique('語'), unique('言葉')] } }),
  'PUT /api/synonyms/:id': ({ synonym }) => ({ url: `/api/synonyms/${synonym}`, body: { words: [unique('句'), unique('別の句')] } }),
  'GET /api/checked-questions': get('/api/checked-questions'),
  'POST /api/checked-questions': () => ({ url: '/api/checked-questions', body: { question: unique('質問'), articleId: null } }),
  'DELETE /api/checked-questions/:id': ({ checkedQuestion }) => ({ url: `/api/checked-questions/${checkedQuestion}` }),
  'POST /api/checked-questions/replay': () => ({ url: '/api/checked-questions/replay', body: { change: null } }),
  'GET /api/bot/policy': get('/api/bot/policy'),
  'GET /api/synonym-proposals': get('/api/synonym-proposals'),
  'POST /api/synonym-proposals/accept': () => ({
    url: '/api/synonym-proposals/accept',
    body: { asked: unique('略称'), written: unique('正式な名') },
  }),
  'POST /api/synonym-proposals/ignore': () => ({
    url: '/api/synonym-proposals/ignore',
    body: { asked: unique('略'), written: unique('名') },
  }),
  'DELETE /api/synonyms/:id': ({ synonym }) => ({ url: `/api/synonyms/${synonym}` }),

  'GET /api/articles': get('/api/articles'),
  'GET /api/articles/my-checks': get('/api/articles/my-checks'),
  'GET /api/articles/summary': get('/api/articles/summary'),
  'GET /api/articles/export': get('/api/articles/export'),
  'GET /api/articles/search': get('/api/articles/search?q=%E9%80%81%E6%96%99'),
  'GET /api/articles/:id': ({ article: id }) => ({ url: `/api/articles/${id}` }),
  'POST /api/articles': () => ({ url: '/api/articles', body: article }),
  'PUT /api/articles/:id': ({ article: id }) => ({ url: `/api/articles/${id}`, body: { ...article, version: 1 } }),
  'PUT /api/articles/:id/status': ({ article: id }) => ({ url: `/api/articles/${id}/status`, body: { status: 'archived' } }),
  'GET /api/articles/:id/history': ({ article }) => ({ url: `/api/articles/${article}/history` }),
  'GET /api/articles/:id/versions': ({ article }) => ({ url: `/api/articles/${article}/versions` }),
  'GET /api/articles/:id/versions/:version': ({ article }) => ({ url: `/api/articles/${article}/versions/1` }),
  'GET /api/article-categories': get('/api/article-categories?locale=ja'),
  'PUT /api/article-categories': () => ({ url: '/api/article-categories', body: { locale: 'ja', items: [] } }),
  'POST /api/article-categories/rename': () => ({
    url: '/api/article-categories/rename',
    body: { locale: 'ja', from: unique('前'), to: unique('後') },
  }),
  'POST /api/article-files': () => ({ url: '/api/article-files', file: image }),
  'PUT /api/articles/:id/review': ({ article: id }) => ({ url: `/api/articles/${id}/review`, body: { requested: false } }),
  'PUT /api/articles/:id/schedule': ({ article: id }) => ({
    url: `/api/articles/${id}/schedule`,
    body: { publishAt: null, archiveAt: null },
  }),
  'PUT /api/articles/:id/care': ({ article: id }) => ({
    url: `/api/articles/${id}/care`,
    body: { ownerAgentId: null, checkEveryDays: 90 },
  }),
  'PUT /api/articles/:id/address': ({ article: id }) => ({ url: `/api/articles/${id}/address`, body: { slug: unique('address') } }),
  'PUT /api/articles/:id/audience': ({ article: id }) => ({ url: `/api/articles/${id}/audience`, body: { audience: 'public' } }),
  'GET /api/articles/:id/translations': ({ article }) => ({ url: `/api/articles/${article}/translations` }),
  'POST /api/articles/:id/translations': ({ article }) => ({ url: `/api/articles/${article}/translations` }),
  'PUT /api/articles/:id/translation-confirmed': ({ article }) => ({ url: `/api/articles/${article}/translation-confirmed` }),
  'POST /api/articles/:id/checked': ({ article: id }) => ({ url: `/api/articles/${id}/checked` }),
  'PUT /api/articles/:id/pin': ({ article: id }) => ({ url: `/api/articles/${id}/pin`, body: { pinned: true } }),
  'GET /api/help-center/report': get('/api/help-center/report'),
  'POST /api/article-imports': () => ({ url: '/api/article-imports', file: faq }),
  'POST /api/article-imports/:id/apply': ({ articleImport }) => ({ url: `/api/article-imports/${articleImport}/apply`, body: {} }),
  'POST /api/bot/try': () => ({ url: '/api/bot/try', body: { question: '送料は?' } }),
  'GET /api/unanswered-questions': get('/api/unanswered-questions'),
  'POST /api/unanswered-questions/draft': () => ({ url: '/api/unanswered-questions/draft', body: { question: '駐車場は?' } }),
  'POST /api/unanswered-questions/dismiss': () => ({ url: '/api/unanswered-questions/dismiss', body: { question: '駐車場は?' } }),

  'GET /api/conversations': ({ customer }) => ({ url: `/api/conversations?customerId=${customer}` }),
  'GET /api/conversations/counts': get('/api/conversations/counts'),
  'GET /api/conversations/:id': ({ conversation }) => ({ url: `/api/conversations/${conversation}` }),
  'GET /api/conversations/:id/messages': ({ conversation }) => ({ url: `/api/conversations/${conversation}/messages?before=1000` }),
  'POST /api/conversations/:id/replies': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/replies`,
    body: { text: '返信です', seenSeq: 1000, idempotencyKey: unique('reply-key') },
  }),
  'POST /api/conversations/:id/notes': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/notes`,
    body: { text: 'メモです', idempotencyKey: unique('note-key') },
  }),
  'PUT /api/conversations/:id/assignment': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/assignment`,
    body: { agentId: null, teamId: null },
  }),
  'PUT /api/conversations/:id/status': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/status`,
    body: { status: 'resolved' },
  }),
  'PUT /api/conversations/:id/tags': ({ conversation }) => ({ url: `/api/conversations/${conversation}/tags`, body: { tags: ['印'] } }),
  'PUT /api/conversations/:id/priority': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/priority`,
    body: { priority: 'high' },
  }),
  'PUT /api/conversations/:id/subject': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/subject`,
    body: { subject: '件名' },
  }),
  'PUT /api/conversations/:id/seen': ({ conversation }) => ({ url: `/api/conversations/${conversation}/seen`, body: { seq: 1 } }),
  'PUT /api/conversations/:id/spam': ({ conversation }) => ({ url: `/api/conversations/${conversation}/spam`, body: { spam: false } }),
  'GET /api/spam/blocks': get('/api/spam/blocks'),
  'POST /api/spam/blocks': () => ({ url: '/api/spam/blocks', body: { kind: 'email', value: `${unique('spam')}@spam.example` } }),
  'DELETE /api/spam/blocks/:id': ({ block }) => ({ url: `/api/spam/blocks/${block}` }),
  'GET /api/spam/filter': get('/api/spam/filter'),
  'PUT /api/spam/filter': () => ({ url: '/api/spam/filter', body: { on: true } }),
  'POST /api/messages/:id/withdraw': ({ message }) => ({ url: `/api/messages/${message}/withdraw` }),
  'POST /api/messages/:id/send-now': ({ message }) => ({ url: `/api/messages/${message}/send-now` }),
  'GET /api/inboxes/:id/backfills': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/backfills` }),
  'GET /api/inboxes/:id/addresses': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/addresses` }),
  'PUT /api/inboxes/:id/addresses': ({ inbox }) => ({
    url: `/api/inboxes/${inbox}/addresses`,
    body: { items: [{ address: 'help@shop.example', name: '', signature: '', acknowledgements: {} }] },
  }),
  'GET /api/inboxes/:id/folders': ({ inbox }) => ({ url: `/api/inboxes/${inbox}/folders` }),
  'POST /api/backfills/:id/retry': () => ({ url: `/api/backfills/${newId('bfl')}/retry` }),
  'POST /api/backfills/:id/cancel': () => ({ url: `/api/backfills/${newId('bfl')}/cancel` }),
  'POST /api/inboxes/:id/backfill': ({ inbox }) => ({
    url: `/api/inboxes/${inbox}/backfill`,
    body: { since: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
  }),
  'GET /api/messages/:id/remote-image': ({ message }) => ({
    url: `/api/messages/${message}/remote-image?src=https%3A%2F%2Fshop.example%2Flogo.png`,
  }),
  'POST /api/messages/:id/move': ({ message }) => ({ url: `/api/messages/${message}/move`, body: { conversationId: null } }),
  'PUT /api/conversations/:id/snooze': ({ conversation }) => ({ url: `/api/conversations/${conversation}/snooze`, body: { until: null } }),
  'DELETE /api/conversations/:id/snooze': ({ conversation }) => ({ url: `/api/conversations/${conversation}/snooze` }),
  'POST /api/conversations/bulk': ({ conversation }) => ({
    url: '/api/conversations/bulk',
    body: { ids: [conversation], action: { kind: 'priority', priority: 'normal' } },
  }),
  'POST /api/bulk-actions/:id/undo': () => ({ url: `/api/bulk-actions/${newId('bka')}/undo` }),
  'GET /api/conversations/:id/alike': ({ conversation }) => ({ url: `/api/conversations/${conversation}/alike` }),
  'PUT /api/conversations/:id/distinctions/:otherId': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/distinctions/${conversation}`,
    body: { distinct: true },
  }),
  'POST /api/conversations/:id/merges': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/merges`,
    body: { otherId: conversation },
  }),
  'DELETE /api/conversation-merges/:id': () => ({ url: `/api/conversation-merges/${newId('cmg')}` }),
  'POST /api/messages/:id/split': ({ message }) => ({ url: `/api/messages/${message}/split` }),
  'DELETE /api/conversation-splits/:id': () => ({ url: `/api/conversation-splits/${newId('spl')}` }),
  'POST /api/attachments': () => ({ url: '/api/attachments', file: image }),
  'GET /api/tags': get('/api/tags'),
  'POST /api/conversations/:id/reply-check': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/reply-check`,
    body: { text: '了解しました' },
  }),
  'POST /api/reply-checks/try': () => ({ url: '/api/reply-checks/try', body: { text: '了解しました', locale: 'ja' } }),
  'GET /api/reply-checks': get('/api/reply-checks'),
  'PUT /api/reply-checks/off': () => ({ url: '/api/reply-checks/off', body: { off: ['tone'] } }),
  'POST /api/reply-checks/words': () => ({
    url: '/api/reply-checks/words',
    body: { word: '激安', instead: '', remark: '', weight: 'hint' },
  }),
  'PUT /api/reply-checks/words/:id': ({ companyWord }) => ({
    url: `/api/reply-checks/words/${companyWord}`,
    body: { word: '激安', instead: '', remark: '', weight: 'hint' },
  }),
  'DELETE /api/reply-checks/words/:id': ({ companyWord }) => ({ url: `/api/reply-checks/words/${companyWord}` }),
  'GET /api/live': get('/api/live'),

  'POST /api/chat/:key/session': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/session`, body: { locale: 'ja' } }),
  'POST /api/chat/:key/messages': ({ chatKey }) => ({
    url: `/api/chat/${chatKey}/messages`,
    body: { externalId: unique('message-id'), text: 'こんにちは', locale: 'ja' },
  }),
  'GET /api/chat/:key/conversation': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/conversation` }),
  'PUT /api/chat/:key/email': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/email`, body: { email: 'me@mail.example' } }),
  'PUT /api/chat/:key/seen': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/seen`, body: { seq: 1 } }),
  'POST /api/chat/:key/attachments': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/attachments`, file: image }),
  'GET /api/chat/:key/articles': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/articles` }),
  'GET /api/chat/:key/live': ({ chatKey }) => ({ url: `/api/chat/${chatKey}/live` }),
  'POST /api/form/:key': ({ formKey }) => ({
    url: `/api/form/${formKey}`,
    body: {
      externalId: unique('form-id'),
      name: '佐藤',
      email: 'sato@mail.example',
      subject: '質問',
      text: '教えてください',
      locale: 'ja',
    },
  }),
  'GET /api/openapi.json': get('/api/openapi.json'),
};

export type RouteInput = { method: RouteEntry['method']; url: string; payload?: object | Buffer; headers: Record<string, string> };

/** What to send to a route, asking about the ids of `world`. Pages outside /api take any path. @throws Error for a route of the API that is not in the table */
export function inputFor({ method, path }: Pick<RouteEntry, 'method' | 'path'>, world: World): RouteInput {
  const make = inputs[`${method} ${path}`];
  if (!make) {
    if (path.startsWith('/api/')) throw new Error(`${method} ${path} is not in test/every-route.ts: say how it is called`);
    return { method, url: path.replace(/:\w+|\*/g, 'x'), headers: {} };
  }
  const { url, body, file } = make(world);
  if (!file) return { method, url, headers: {}, ...(body ? { payload: body } : {}) };
  return {
    method,
    url,
    headers: { 'content-type': 'multipart/form-data; boundary=ochanoma' },
    payload: Buffer.concat([
      Buffer.from(`--ochanoma\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`),
      file.bytes,
      Buffer.from('\r\n--ochanoma--\r\n'),
    ]),
  };
}
