import type { ChatSession } from '@madoguchi/contract/chat.ts';
import { vi } from 'vitest';
import type { Context } from '../chat/context.ts';
import { openKeep } from '../state/keep.ts';
import { keptOutgoing } from '../state/outgoing.ts';
import { makeStore } from '../state/state.ts';
import type { Answer, Api } from '../wire/api.ts';
import { wordsIn } from '../words.ts';
import { fakeArea } from './fake-area.ts';
import { conversation, said } from './said.ts';

/** An answer of the server; status 0: none came. */
export function answer(status: number, value?: null, code?: string, retryAfterInSeconds?: number): Answer<never>;
export function answer<T>(status: number, value: T): Answer<T>;
export function answer<T>(status: number, value: T | null = null, code = '', retryAfterInSeconds = 0): Answer<T> {
  return { status, value, code, retryAfterInSeconds };
}

export const chatSession = (more: Partial<ChatSession> = {}): ChatSession => ({
  token: 'token-1',
  workspace: { name: 'みどり商店', color: '#3b5bdb', greeting: 'こんにちは', replyMinutes: 5 },
  hours: { open: true, opensAt: null, timezone: 'Asia/Tokyo' },
  customer: { name: '', hasEmail: false, identified: false },
  conversation: null,
  messages: [],
  limits: { messageCharacters: 20_000, attachmentBytes: 10_485_760, attachmentTypes: ['image/png'] },
  helpUrl: '/help',
  ...more,
});

/** A context whose server takes everything; single answers can be replaced with `mockResolvedValueOnce`. The page's globals are stubbed. */
export function fakeContext(area = fakeArea()) {
  vi.stubGlobal('location', { href: 'https://shop.example/' });
  vi.stubGlobal('document', { title: 'みどり商店', hidden: false });
  let seq = 0;
  const api = {
    startChat: vi.fn<Api['startChat']>(async () => answer(200, chatSession())),
    send: vi.fn<Api['send']>(async ({ externalId, text }) => {
      seq += 1;
      const message = said('customer', seq, { externalId, text });
      return answer(201, { message, conversation: conversation() });
    }),
    conversation: vi.fn<Api['conversation']>(async () => answer(200, { conversation: null, messages: [] })),
    leaveEmail: vi.fn<Api['leaveEmail']>(async () => answer(204)),
    markSeen: vi.fn<Api['markSeen']>(async () => answer(204)),
    articles: vi.fn<Api['articles']>(async () => answer(200, { articles: [] })),
    address: (path: string) => path,
    headers: () => ({}),
  };
  const keep = openKeep(area, 'shop');
  const store = makeStore();
  store.set({ outgoing: keptOutgoing(keep) });
  const settings = { origin: 'https://desk.example', inboxKey: 'shop', locale: 'ja', color: null } as const;
  const identity = vi.fn<Context['identity']>(() => null);
  return { settings, keep, store, api, t: wordsIn('ja'), identity, visit: 0 } satisfies Context;
}
