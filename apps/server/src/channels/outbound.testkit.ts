import type { Outbound } from './port/port.types.ts';

/** A message of ours to Sato, as a channel is handed it; with what the test says of it. */
export const outbound = ({ line, ...more }: Partial<Omit<Outbound, 'line'>> & { line?: Partial<Outbound['line']> } = {}): Outbound => ({
  messageId: 'msg_00000000000000000000000001',
  idempotencyKey: '00000000-0000-8000-a000-000000000001',
  text: 'お待たせしました',
  choices: [],
  links: [],
  quote: null,
  files: [],
  author: { kind: 'agent', name: '鈴木' },
  at: new Date('2026-11-24T03:00:00Z'),
  line: {
    threadId: 'thr_1',
    externalId: 'sato',
    identity: { kind: 'api', value: 'sato' },
    state: {},
    lastInboundAt: new Date('2026-11-24T02:00:00Z'),
    reachable: true,
    ...line,
  },
  conversation: { id: 'cnv_1', number: 1, subject: '', locale: 'ja' },
  customer: { id: 'cus_1', name: '佐藤 花子' },
  earlier: [],
  ...more,
});
