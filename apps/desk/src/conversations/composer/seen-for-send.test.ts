import { describe, expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../../fixtures/agents.ts';
import { agentId, byAgent, byBot, byCustomer, message } from '../../../test/build.ts';
import { seenForSend } from './seen-for-send.ts';

const me = agentId(suzuki);

describe('what Suzuki is held to have seen when sending', () => {
  test.each([
    ['a colleague’s reply arrived as the key went down', [message(2, byAgent(takahashi))], 1],
    ['the bot answered as the key went down', [message(2, byBot)], 1],
    ['the customer wrote on: that is no answer', [message(2, byCustomer())], 2],
    ['an own second message in a row', [message(2, byAgent(suzuki)), message(3, byCustomer())], 3],
    ['the customer, then a colleague', [message(2, byCustomer()), message(3, byAgent(takahashi)), message(4, byCustomer())], 2],
    ['a colleague’s note is not an answer', [message(2, byAgent(takahashi), { kind: 'note' })], 2],
    ['a colleague took the reply back', [message(2, byAgent(takahashi), { delivery: 'withdrawn' })], 2],
  ])('%s', (_story, after, expected) => {
    expect(seenForSend([message(1, byCustomer()), ...after], 1, me)).toBe(expected);
  });

  test('a colleague’s reply that was on screen before is seen', () => {
    expect(seenForSend([message(1, byCustomer()), message(2, byAgent(takahashi))], 2, me)).toBe(2);
  });
});
