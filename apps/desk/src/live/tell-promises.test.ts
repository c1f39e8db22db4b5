import { expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../fixtures/agents.ts';
import { agentId, at, bySystem, conversation, fact } from '../../test/build.ts';
import { isToldMe } from './tell-promises.ts';

const told = (notify: string[], me: { id: string; role: string }, name = 'sla.warned') =>
  isToldMe(
    {
      type: 'fact',
      cursor: '1',
      fact: fact(name, at('09:05'), bySystem, { notify }),
      conversation: conversation({ assignee: { agent: { id: agentId(suzuki), name: suzuki.name }, team: null } }),
      message: null,
      botStep: null,
    },
    me,
  );

test.each([
  ['the assignee', ['assignee'], { id: agentId(suzuki), role: 'agent' }, true],
  ['a colleague', ['assignee'], { id: agentId(takahashi), role: 'agent' }, false],
  ['a supervisor', ['supervisors'], { id: agentId(takahashi), role: 'supervisor' }, true],
  ['nobody, as the policy wants', [], { id: agentId(suzuki), role: 'owner' }, false],
])('%s', (_who, notify, me, expected) => {
  expect([told(notify, me), told(notify, me, 'sla.breached'), told(notify, me, 'sla.met')]).toEqual([expected, expected, false]);
});
