// Well-formed things to send.

import { notificationKind } from '@madoguchi/contract/notifications.ts';

let n = 0;
export const unique = (word: string) => {
  n += 1;
  return `${word}-${n}`;
};
export const get = (url: string) => () => ({ url });
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const image = { name: 'dot.png', bytes: png };
export const faq = { name: 'faq.csv', bytes: Buffer.from('question,answer\n送料は?,500円です\n') };
export const article = { question: '送料は?', answer: '500円です。', category: '', examples: [], locale: 'ja' };
export const flow = { name: 'ご案内', triggers: [], start: null, steps: [] };
export const surveySettings = {
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
export const period = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';
export const canned = { shortcut: 'hi', title: 'あいさつ', text: 'こんにちは', locale: 'ja' };

export const singleSignOnExample = {
  issuer: '',
  clientId: '',
  label: '',
  domains: [],
  nameClaim: 'name',
  localeClaim: 'locale',
  groupsClaim: '',
  roles: [],
  makesAgents: false,
  teamIds: [],
  trustedDomains: [],
  asksSecondStep: false,
  signOut: 'here',
  enabled: false,
  required: false,
};
const told = { desk: true, push: true, mail: false };
export const notificationsExample = {
  kinds: Object.fromEntries(notificationKind.options.map((kind) => [kind, told])),
  mail: { how: 'hourly', at: '08:30' },
  hours: { on: false, days: [0], from: '09:00', to: '18:00' },
  timezone: null,
};
export const pushDeviceExample = {
  endpoint: 'https://push.example/of-a-browser',
  keys: {
    p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
  },
};

export const passkeyExample = {
  id: 'b2Ytbm9ib2R5',
  rawId: 'b2Ytbm9ib2R5',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'oA', authenticatorData: 'AA', signature: 'AA' },
  clientExtensionResults: {},
};
export const procedureExample = {
  name: '返品の手順',
  enabled: false,
  conditions: { channels: [], inboxIds: [], queueIds: [], tags: ['返品'], words: [] },
  steps: [{ kind: 'do', id: 'receipt', title: '購入日を確かめる', help: '', required: true, articleId: null }],
};
export const approvalRuleExample = {
  name: '新人の返信',
  enabled: false,
  conditions: { teamIds: [], inboxIds: [], channels: [], words: [], authors: { tiers: [], newerThanDays: 30, agentIds: [] } },
  approvers: { agentIds: [], teamIds: [] },
  minutes: 30,
};

export const roleExample = {
  name: 'パート',
  base: 'agent',
  permissions: ['agent.read', 'workspace.read', 'conversation.read'],
  sees: 'own_team',
  unassigned: true,
};
