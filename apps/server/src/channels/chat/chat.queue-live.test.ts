import type { ChatConversation } from '@madoguchi/contract/chat.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QueuedRow } from '../../conversations/queue/queue.queries.ts';
import type { QueueBoard, Queued } from './chat.queue.ts';
import { placeKey, type QueueVisitor, queueTeller } from './chat.queue-live.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HANDED_OFF = { name: 'conversation.handed_off', data: {}, workspace_id: 'wsp_1', inbox_id: 'inb_1' };

const queuedAt = (customer: string, place: number): Queued => ({
  row: { id: `cnv-${customer}`, customer_id: customer } as QueuedRow,
  queue: { place, waitMinutes: { from: 5, to: 5 } },
});

/** An inbox with a line of customers, all of them with an open messenger, and somebody who does not wait. */
function scene(customers: string[]) {
  let line = customers;
  const visitors: QueueVisitor[] = [...customers, 'passer-by'].map((customerId) => ({ customerId, told: null }));
  const heard: [string, number | null][] = [];
  const board = (): QueueBoard => {
    const queued = line.map((customer, index) => queuedAt(customer, index + 1));
    return {
      byConversation: new Map(queued.map((one) => [one.row.id, one])),
      byCustomer: new Map(queued.map((one) => [one.row.customer_id, one])),
    };
  };
  const boards = { read: vi.fn(async () => board()), readAnew: vi.fn(async () => board()), placeOf: vi.fn(async () => null) };
  const tell = (visitor: QueueVisitor, conversation: ChatConversation) => {
    const place = placeKey(conversation);
    visitor.told = place ? { conversationId: conversation.id, place } : null;
    heard.push([visitor.customerId, conversation.queue?.place ?? null]);
  };
  const look = vi.fn(async (_visitor: QueueVisitor, id: string): Promise<ChatConversation | null> => {
    return { id, number: 1, status: 'open', handledBy: 'human', agentName: '鈴木', agentSeenSeq: 1, queue: null };
  });
  const onError = vi.fn();
  const teller = queueTeller({ boards, visitorsOf: (id) => (id === 'inb_1' ? visitors : []), tell, look, onError, everyMs: 2000 });
  return {
    teller,
    boards,
    look,
    onError,
    visitors,
    setLine: (now: string[]) => {
      line = now;
    },
    /** What was told since the last look. */
    told: async () => {
      await vi.advanceTimersByTimeAsync(0);
      return heard.splice(0);
    },
  };
}

describe('those who wait', () => {
  test('hear their place when it changes, and only then', async () => {
    const { teller, told, setLine } = scene(['sato', 'tanaka', 'ito']);
    teller.noteFacts([HANDED_OFF]);
    expect(await told()).toEqual([
      ['sato', 1],
      ['tanaka', 2],
      ['ito', 3],
    ]);
    await vi.advanceTimersByTimeAsync(2000);
    teller.noteFacts([HANDED_OFF]);
    expect(await told()).toEqual([]);

    await vi.advanceTimersByTimeAsync(2000);
    setLine(['sato', 'ito']);
    teller.noteFacts([{ ...HANDED_OFF, name: 'message.held' }]);
    expect(await told()).toEqual([
      ['tanaka', null],
      ['ito', 2],
    ]);
  });

  test('hear it at once when they come back to their messenger; somebody who does not wait hears nothing', async () => {
    const { teller, told, visitors } = scene(['sato', 'tanaka']);
    for (const visitor of visitors) await teller.welcome(visitor, { workspaceId: 'wsp_1', inboxId: 'inb_1' });
    expect(await told()).toEqual([
      ['sato', 1],
      ['tanaka', 2],
    ]);
  });

  test('a reading that fails is told to nobody, and the next one comes', async () => {
    const { teller, told, boards, onError } = scene(['sato']);
    boards.readAnew.mockRejectedValueOnce(new Error('away'));
    teller.noteFacts([HANDED_OFF]);
    expect(await told()).toEqual([]);
    expect(onError).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2000);
    teller.noteFacts([HANDED_OFF]);
    expect(await told()).toEqual([['sato', 1]]);
  });

  test.each([
    ['talk with the bot', 'message.received', { handledBy: 'bot' }],
    ['reading', 'conversation.seen', {}],
    ['a tag', 'conversation.tagged', {}],
  ])('%s moves nobody', async (_story, name, data) => {
    const { teller, told, boards } = scene(['sato']);
    teller.noteFacts([{ ...HANDED_OFF, name, data }]);
    expect(await told()).toEqual([]);
    expect(boards.readAnew).not.toHaveBeenCalled();
  });

  test('an inbox on whose pages nobody is costs nothing', async () => {
    const { teller, told, boards } = scene(['sato']);
    teller.noteFacts([{ ...HANDED_OFF, inbox_id: 'inb_2' }]);
    await told();
    expect(boards.readAnew).not.toHaveBeenCalled();
  });
});

test('a thousand who wait, and a thousand things that happen within ten seconds: six readings, and nobody is told the same twice', async () => {
  const customers = Array.from({ length: 1000 }, (_, index) => `customer-${index}`);
  const { teller, told, boards, look, setLine } = scene(customers);
  for (let at = 0; at < 1000; at += 1) {
    setLine(customers.slice(Math.floor(at / 100)));
    teller.noteFacts([HANDED_OFF]);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(2000);
  expect(boards.readAnew.mock.calls.length).toBeLessThanOrEqual(7);
  const heard = await told();
  expect(heard.length).toBeLessThanOrEqual(7 * 1000);
  const perPerson = Map.groupBy(heard, ([customer]) => customer);
  for (const places of perPerson.values()) expect(new Set(places.map(([, place]) => place)).size).toBe(places.length);
  // The last is told where they stand in the end; the nine who left were looked for once each.
  expect(perPerson.get('customer-999')?.at(-1)).toEqual(['customer-999', 991]);
  expect(look).toHaveBeenCalledTimes(9);
  teller.stop();
});
