import { describe, expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../../fixtures/agents.ts';
import { agentId, at, byAgent, byBot, byCustomer, bySystem, fact, message, step } from '../../../test/build.ts';
import { assembleTimeline, type TimelineParts } from './assemble.ts';

const utcDay = (moment: string) => moment.slice(0, 10);
const parts = (over: Partial<TimelineParts>): TimelineParts => ({ messages: [], facts: [], botSteps: [], hasEarlier: false, ...over });
const assemble = (over: Partial<TimelineParts>, unreadAfter: number | null = null) => assembleTimeline(parts(over), utcDay, unreadAfter);

/** What is drawn, in short: the kind, and what tells it apart. */
const drawn = (items: ReturnType<typeof assemble>) =>
  items.map((item) => {
    if (item.type === 'message' || item.type === 'note' || item.type === 'withdrawn') return `${item.type} ${item.message.seq}`;
    return item.type === 'fact' ? item.fact.name : item.type;
  });

describe('one list out of messages, facts and steps', () => {
  test('facts stand between the messages where they happened', () => {
    const items = assemble({
      messages: [message(1, byCustomer()), message(5, byAgent(suzuki))],
      facts: [
        fact('conversation.tagged', at('09:06'), byAgent(suzuki)),
        fact('conversation.opened', at('09:00'), byCustomer()),
        fact('conversation.assigned', at('09:03'), byAgent(takahashi)),
      ],
    });
    expect(drawn(items)).toEqual(['day', 'conversation.opened', 'message 1', 'conversation.assigned', 'message 5', 'conversation.tagged']);
  });

  test('messages keep the order of the conversation even when a clock was off', () => {
    const items = assemble({ messages: [message(1, byCustomer(), { at: at('09:30') }), message(2, byBot, { at: at('09:29') })] });
    expect(drawn(items)).toEqual(['day', 'message 1', 'message 2']);
  });

  test('a separator wherever a day begins, also between two lines', () => {
    const items = assemble({
      messages: [message(1, byCustomer(), { at: at('23:50', '2026-11-21') }), message(2, byCustomer(), { at: at('00:10') })],
      facts: [fact('conversation.reopened', at('00:01'), byCustomer())],
    });
    expect(drawn(items)).toEqual(['day', 'message 1', 'day', 'conversation.reopened', 'message 2']);
  });

  test('facts that no agent needs to see, or that are newer than this screen, draw nothing', () => {
    const items = assemble({ messages: [message(1, byCustomer())], facts: [fact('message.received', at('09:01'), byCustomer())] });
    expect(drawn(items)).toEqual(['day', 'message 1']);
  });

  test('facts older than the first loaded message wait for their page', () => {
    const opened = fact('conversation.opened', at('08:00'), byCustomer());
    expect(drawn(assemble({ messages: [message(60, byCustomer())], facts: [opened], hasEarlier: true }))).toEqual(['day', 'message 60']);
  });

  test('a reply that was taken back is a line, not a bubble', () => {
    const items = assemble({ messages: [message(1, byAgent(suzuki), { delivery: 'withdrawn' })] });
    expect(drawn(items)).toEqual(['day', 'withdrawn 1']);
  });
});

test('as soon as a second channel is in play, every message shows by which it came, and a change of channel begins a turn', () => {
  const came = (channels: string[]) =>
    assemble({ messages: channels.map((channel, index) => message(index + 1, byCustomer(), { channel })) }).flatMap((item) =>
      item.type === 'message' ? [[item.message.channel, item.showsChannel, item.opens]] : [],
    );
  expect(came(['line', 'line'])).toEqual([
    ['line', false, true],
    ['line', false, false],
  ]);
  expect(came(['chat', 'line', 'line'])).toEqual([
    ['chat', true, true],
    ['line', true, true],
    ['line', true, false],
  ]);
});

describe('what goes without saying', () => {
  const reply = message(3, byAgent(suzuki));

  test('that a reply leaves the turn to the customer, whoever noted it', () => {
    for (const actor of [byAgent(suzuki), bySystem]) {
      const facts = [fact('conversation.awaits_customer', at('09:03:12'), actor)];
      expect(drawn(assemble({ messages: [reply], facts }))).toEqual(['day', 'message 3']);
    }
  });

  test('but not that a colleague set it by hand, or that it was set an hour later', () => {
    const byHand = fact('conversation.awaits_customer', at('09:03:12'), byAgent(takahashi));
    const later = fact('conversation.awaits_customer', at('10:03'), byAgent(suzuki));
    expect(drawn(assemble({ messages: [reply], facts: [byHand, later] }))).toHaveLength(4);
  });

  test('that who takes over from the bot has it', () => {
    const took = fact('conversation.handed_off', at('09:02'), byAgent(suzuki));
    const has = fact('conversation.assigned', at('09:02'), byAgent(suzuki), { agentId: agentId(suzuki), agentName: suzuki.name });
    const given = fact('conversation.assigned', at('09:40'), byAgent(suzuki), { agentId: agentId(takahashi), agentName: takahashi.name });
    expect(drawn(assemble({ facts: [took, has, given] }))).toEqual(['day', 'conversation.handed_off', 'conversation.assigned']);
  });
});

describe('why the bot did it', () => {
  test('stands with the message that came of it', () => {
    const why = step({ messageId: 'msg_2' });
    const item = assemble({ messages: [message(1, byCustomer()), message(2, byBot)], botSteps: [why] }).at(-1);
    expect(item).toMatchObject({ type: 'message', step: why });
  });

  test('a hand-off without words is one line with the fact', () => {
    const why = step({ decision: 'handoff', at: at('09:02:01') });
    const items = assemble({ facts: [fact('conversation.handed_off', at('09:02:02'), byBot)], botSteps: [why] });
    expect(items.at(-1)).toMatchObject({ type: 'fact', step: why });
    expect(items).toHaveLength(2);
  });

  test('a silent step without a fact still shows', () => {
    expect(drawn(assemble({ botSteps: [step()] }))).toEqual(['day', 'step']);
  });
});

describe('turns of one author', () => {
  const edges = (items: ReturnType<typeof assemble>) =>
    items.flatMap((item) =>
      item.type === 'message' ? [`${item.message.seq}${item.opens ? ' opens' : ''}${item.closes ? ' closes' : ''}`] : [],
    );

  test('messages within five minutes read as one turn', () => {
    const items = assemble({ messages: [message(1, byCustomer()), message(2, byCustomer()), message(9, byCustomer())] });
    expect(edges(items)).toEqual(['1 opens', '2 closes', '9 opens closes']);
  });

  test('another author, or a fact between, ends it', () => {
    const items = assemble({
      messages: [message(1, byAgent(suzuki)), message(2, byAgent(takahashi)), message(3, byAgent(takahashi))],
      facts: [fact('conversation.tagged', at('09:02:30'), byAgent(takahashi))],
    });
    expect(edges(items)).toEqual(['1 opens closes', '2 opens closes', '3 opens closes']);
  });
});

describe('the line above what is new', () => {
  const messages = [message(1, byCustomer()), message(2, byAgent(suzuki)), message(3, byAgent(takahashi)), message(4, byCustomer())];

  test('stands above the first thing the customer said since', () => {
    expect(drawn(assemble({ messages }, 2))).toEqual(['day', 'message 1', 'message 2', 'message 3', 'unread', 'message 4']);
  });

  test('is not drawn at a first visit, nor when nothing is new', () => {
    expect(drawn(assemble({ messages }, null))).not.toContain('unread');
    expect(drawn(assemble({ messages }, 4))).not.toContain('unread');
  });
});

test('a whisper stands between the messages where it was said', () => {
  const whisper = {
    id: 'wsr_1',
    conversationId: 'cnv_1',
    author: { id: agentId(takahashi), name: takahashi.name },
    to: { id: agentId(suzuki), name: suzuki.name },
    text: '先に在庫を',
    at: at('09:03'),
    answers: null,
    outcome: null,
    settledAt: null,
  };
  const items = assemble({ messages: [message(1, byCustomer()), message(5, byAgent(suzuki))], whispers: [whisper] });
  expect(drawn(items)).toEqual(['day', 'message 1', 'whisper', 'message 5']);
});
