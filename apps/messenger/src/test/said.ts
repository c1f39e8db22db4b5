import type { ChatConversation } from '@madoguchi/contract/chat.ts';
import type { Said } from '../state/state.ts';

/** A message for tests; `seq` also makes its id and, unless given, its time (one minute apart). */
export function said(kind: Said['author']['kind'], seq: number, more: Partial<Said> = {}): Said {
  const minute = String(seq).padStart(2, '0');
  const author = { kind, name: { customer: '', agent: '鈴木', bot: '自動応答', system: '' }[kind] };
  return {
    id: `msg_${seq}`,
    seq,
    author,
    text: `#${seq}`,
    blocks: [],
    attachments: [],
    at: `2026-11-22T05:${minute}:00.000Z`,
    externalId: null,
    conversation: 1,
    ...more,
  };
}

export function conversation(more: Partial<ChatConversation> = {}): ChatConversation {
  return { id: 'cnv_1', number: 1, status: 'open', handledBy: 'bot', agentName: null, agentSeenSeq: 0, queue: null, ...more };
}
