import { describe, expect, test } from 'vitest';
import { suzuki } from '../../../../fixtures/agents.ts';
import { at, byAgent, byBot, byCustomer, conversation, detail, fact, message, step } from '../../test/build.ts';
import { type FactFrame, foldInMessage, foldIntoDetail, foldIntoPages, type Pages, renewInPages } from './fold-frame.ts';

const frame = (over: Partial<FactFrame>): FactFrame => ({
  type: 'fact',
  cursor: '1-1',
  fact: fact('message.received', at('09:02'), byCustomer()),
  conversation: null,
  message: null,
  botStep: null,
  ...over,
});

describe('a list in the order of what is due', () => {
  const due = (time: string | null) => time && { at: at(time), warnAt: at(time), promise: 'first_response' as const };
  const row = (id: string, time: string | null) => conversation({ id, due: due(time) || null });
  const pages: Pages = { pages: [{ items: [row('a', '09:10'), row('b', '09:30'), row('c', null)], nextCursor: null }], pageParams: [null] };
  const order = (after: Pages) => after.pages.flatMap(({ items }) => items.map(({ id }) => id)).join('');

  test.each([
    ['sooner', 'c', '09:20', 'acb'],
    ['the soonest', 'b', '09:05', 'bac'],
    ['not due any more', 'a', null, 'bca'],
    ['new', 'd', '09:15', 'adbc'],
  ])('%s', (_story, id, time, expected) => {
    expect(order(foldIntoPages(pages, row(id, time), true, 'due'))).toBe(expected);
  });
});

describe('an open conversation', () => {
  const open = detail({ messages: [message(1, byCustomer()), message(2, byAgent(suzuki))] });

  test('gets the message, the row, the reason and the fact', () => {
    const row = conversation({ lastSeq: 3, lastActivityAt: at('09:03') });
    const why = step({ messageId: 'msg_3' });
    const after = foldIntoDetail(open, frame({ conversation: row, message: message(3, byBot), botStep: why }));
    expect(after.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(after).toMatchObject({ conversation: row, botSteps: [why], facts: [{ name: 'message.received' }] });
  });

  test('the same frame twice, as after a reconnect, is the same as once', () => {
    const again = frame({ conversation: conversation({ lastSeq: 3 }), message: message(3, byCustomer()) });
    const once = foldIntoDetail(open, again);
    expect(foldIntoDetail(once, again)).toEqual(once);
  });

  test('a late frame does not turn the row back', () => {
    const newer = { ...open, conversation: conversation({ lastSeq: 9, lastActivityAt: at('09:30') }) };
    const late = frame({ conversation: conversation({ lastSeq: 4, lastActivityAt: at('09:04') }), message: message(4, byCustomer()) });
    const after = foldIntoDetail(newer, late);
    expect(after.conversation.lastSeq).toBe(9);
    expect(after.messages.at(-1)?.seq).toBe(4);
  });

  test('when the customer has read it, our message says so', () => {
    const row = conversation({ customerSeenSeq: 2 });
    const after = foldIntoDetail(open, frame({ fact: fact('conversation.seen', at('09:05'), byCustomer()), conversation: row }));
    expect(after.messages.map(({ delivery }) => delivery)).toEqual(['sent', 'seen']);
  });

  test('what reached their device becomes read, what failed does not', () => {
    const out = detail({
      messages: [message(1, byAgent(suzuki), { delivery: 'delivered' }), message(2, byAgent(suzuki), { delivery: 'failed' })],
    });
    const after = foldIntoDetail(out, frame({ conversation: conversation({ customerSeenSeq: 9, lastSeq: 9 }) }));
    expect(after.messages.map(({ delivery }) => delivery)).toEqual(['seen', 'failed']);
  });

  test('the server’s answer to a send, coming after that news, does not undo it', () => {
    const read = detail({ conversation: conversation({ customerSeenSeq: 2, lastSeq: 2 }), messages: [message(1, byCustomer())] });
    expect(foldInMessage(read, message(2, byAgent(suzuki))).messages.map(({ delivery }) => delivery)).toEqual(['sent', 'seen']);
  });

  test('a reply still held or a note is not read by anybody', () => {
    const held = detail({ messages: [message(1, byAgent(suzuki), { delivery: 'held' }), message(2, byAgent(suzuki), { kind: 'note' })] });
    const after = foldIntoDetail(held, frame({ conversation: conversation({ customerSeenSeq: 9, lastSeq: 9 }) }));
    expect(after.messages.map(({ delivery }) => delivery)).toEqual(['held', 'sent']);
  });
});

describe('a list', () => {
  const row = (id: string, minute: string, over = {}) => conversation({ id, lastActivityAt: at(`09:${minute}`), ...over });
  const pages = (rows: ReturnType<typeof row>[][], more: string | null = null): Pages => ({
    pages: rows.map((items, index) => ({ items, nextCursor: index === rows.length - 1 ? more : 'next' })),
    pageParams: rows.map(() => null),
  });
  const ids = (folded: Pages) => folded.pages.map(({ items }) => items.map(({ id }) => id).join(' '));
  const two = pages([
    [row('a', '50'), row('b', '40')],
    [row('c', '30'), row('d', '20')],
  ]);

  test('a conversation with a new message goes to the top, from whatever page', () => {
    expect(ids(foldIntoPages(two, row('d', '55', { lastSeq: 2 }), true))).toEqual(['d a b', 'c']);
  });

  test('one that only changed its tags stays where it is', () => {
    const after = foldIntoPages(two, row('b', '40', { tags: ['返品'] }), true);
    expect(ids(after)).toEqual(['a b', 'c d']);
    expect(after.pages[0]?.items[1]?.tags).toEqual(['返品']);
  });

  test('one that left the view is gone, one that came into it is there', () => {
    expect(ids(foldIntoPages(two, row('a', '50', { status: 'resolved' }), false))).toEqual(['b', 'c d']);
    expect(ids(foldIntoPages(two, row('new', '45'), true))).toEqual(['a new b', 'c d']);
    expect(foldIntoPages(two, row('other', '59'), false)).toBe(two);
  });

  test('below what is loaded it waits for its page; at the very end of a whole list it is added', () => {
    expect(ids(foldIntoPages(pages([[row('a', '50')]], 'more'), row('old', '01'), true))).toEqual(['a']);
    expect(ids(foldIntoPages(two, row('old', '01'), true))).toEqual(['a b', 'c d old']);
  });

  test('an empty list takes the first conversation', () => {
    expect(ids(foldIntoPages(pages([[]]), row('first', '10'), true))).toEqual(['first']);
  });

  test('an older row that comes late changes nothing', () => {
    expect(foldIntoPages(two, row('a', '10'), true)).toBe(two);
  });

  test('a searched list renews its rows and keeps their order', () => {
    const after = renewInPages(two, row('d', '59', { lastSeq: 2, preview: '届きました' }));
    expect(ids(after)).toEqual(['a b', 'c d']);
    expect(after.pages[1]?.items[1]?.preview).toBe('届きました');
    expect(renewInPages(two, row('x', '59'))).toBe(two);
  });
});
