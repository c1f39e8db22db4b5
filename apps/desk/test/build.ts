import type { Conversation, ConversationDetail } from '@madoguchi/contract/conversations.ts';
import type { Author, BotStep, Message, TimelineFact } from '@madoguchi/contract/messages.ts';
import type { AgentFixture } from '../../../fixtures/agents.ts';
import { type CustomerFixture, sato } from '../../../fixtures/customers.ts';

/** Builders for stories about a conversation of Sato's: what a test does not care about has a plain value. */
export const at = (clock: string, day = '2026-11-22'): string => `${day}T${clock}${clock.length === 5 ? ':00' : ''}.000Z`;

export const agentId = (agent: AgentFixture): string => `agt_${agent.key}`;
export const byAgent = (agent: AgentFixture): Author => ({ kind: 'agent', id: agentId(agent), name: agent.name });
export const byCustomer = (customer: CustomerFixture = sato): Author => ({
  kind: 'customer',
  id: `cus_${customer.key}`,
  name: customer.name,
});
export const byBot: Author = { kind: 'bot', id: null, name: 'bot' };
export const bySystem: Author = { kind: 'system', id: null, name: 'Madoguchi' };

export const conversationId = 'cnv_kettle';

export const message = (seq: number, author: Author, over: Partial<Message> = {}): Message => ({
  id: `msg_${seq}`,
  conversationId,
  seq,
  kind: 'message',
  author,
  text: `${seq}`,
  mentions: [],
  blocks: [],
  attachments: [],
  channel: 'chat',
  at: at(`09:${String(seq).padStart(2, '0')}`),
  delivery: 'sent',
  heldUntil: null,
  awaitsApproval: false,
  scheduled: null,
  failure: null,
  joinedBy: null,
  externalId: null,
  ...over,
});

export const fact = (name: string, when: string, actor: Author, data: Record<string, unknown> = {}): TimelineFact => ({
  id: `${name}-${when}`,
  name,
  at: when,
  actor,
  data,
});

export const step = (over: Partial<BotStep> = {}): BotStep => ({
  id: 'stp_1',
  messageId: null,
  at: at('09:00'),
  query: '蓋だけ買えますか',
  decision: 'answer',
  because: 'sure',
  figures: { correct: 0.91, inScope: 0.88 },
  confidence: 0.9,
  candidates: [],
  ...over,
});

export const conversation = (over: Partial<Conversation> = {}): Conversation => ({
  id: conversationId,
  number: 1042,
  subject: '急須の蓋が欠けていました',
  status: 'open',
  handledBy: 'human',
  agentActed: false,
  channel: 'chat',
  inbox: { id: 'ibx_shop', name: 'ウェブチャット' },
  customer: { id: 'cus_sato', name: sato.name, reading: sato.reading },
  assignee: { agent: null, team: null },
  tags: [],
  priority: 'normal',
  preview: '',
  previewAuthor: 'customer',
  locale: 'ja',
  lastSeq: 1,
  customerSeenSeq: 0,
  lastActivityAt: at('09:01'),
  waitingSince: at('09:01'),
  createdAt: at('09:00'),
  resolvedAt: null,
  spam: null,
  followerIds: [],
  mergedInto: null,
  fields: {},
  mood: null,
  awaitsApproval: false,
  snoozed: null,
  due: null,
  ...over,
});

export const detail = (over: Partial<ConversationDetail> = {}): ConversationDetail => ({
  conversation: conversation(),
  customer: {
    id: 'cus_sato',
    name: sato.name,
    reading: sato.reading,
    locale: 'ja',
    identities: [],
    organization: null,
    tags: [],
    attributes: {},
    address: null,
    merged: [],
    erasedAt: null,
    createdAt: at('09:00'),
    lastSeenAt: null,
  },
  page: null,
  joined: [],
  wentOn: null,
  messages: [],
  facts: [],
  botSteps: [],
  hasEarlier: false,
  ...over,
});
