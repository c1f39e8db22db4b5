// Well-formed things to send.

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
