import type { Snapshot } from './conditions.types.ts';

const day = [{ from: '09:00', to: '18:00' }];

/** A new chat about a return, Tuesday 24 November 2026, 12:00 in Tokyo; the desk is open on weekdays from 9 to 18. */
export const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  at: new Date('2026-11-24T03:00:00.000Z'),
  channel: 'chat',
  inboxId: 'ibx_chat',
  brandId: 'brd_main',
  language: 'ja',
  status: 'open',
  priority: 'normal',
  agentId: null,
  teamId: null,
  queueId: null,
  difficulty: 'easy',
  tags: [],
  customerTags: [],
  segmentIds: [],
  organizationId: null,
  due: 'none',
  mood: null,
  subject: '返品したいのですが',
  text: 'ティーポットを返品したいです。',
  page: '',
  customerAttributes: {},
  organizationAttributes: {},
  fields: {},
  messages: 1,
  waitingSince: new Date('2026-11-24T02:30:00.000Z'),
  score: null,
  firstTime: false,
  bot: false,
  hours: {
    timezone: 'Asia/Tokyo',
    hours: { days: [day, day, day, day, day, [], []], closedDates: [], closedOnJapaneseHolidays: true },
  },
  ...change,
});
