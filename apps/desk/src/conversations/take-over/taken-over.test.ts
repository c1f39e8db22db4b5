import { expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../../fixtures/agents.ts';
import { agentId, at, byAgent, conversation, detail, fact } from '../../../test/build.ts';
import { takenFrom } from './taken-over.ts';

const [mine, hers] = [agentId(suzuki), agentId(takahashi)];
const assigned = (to: string | null, from: string | null, by = takahashi, time = '09:10') =>
  fact('conversation.assigned', at(time), byAgent(by), { agentId: to, agentName: null, from: { agentId: from, teamId: null } });
const standing = (to: string | null, ...facts: ReturnType<typeof assigned>[]) =>
  detail({ conversation: conversation({ assignee: { agent: to ? { id: to, name: '高橋 美咲' } : null, team: null } }), facts });

test('whoever takes over is named to whom they took it from, and to nobody else', () => {
  const taken = standing(hers, assigned(hers, mine));
  expect(takenFrom(taken, mine)).toMatchObject({ by: takahashi.name, at: at('09:10') });
  expect(takenFrom(taken, hers)).toBeNull();
  expect(takenFrom(taken, 'agt_other')).toBeNull();
});

test.each([
  ['it was given back', standing(mine, assigned(hers, mine), assigned(mine, hers, takahashi, '09:11'))],
  ['it went on to somebody else', standing('agt_other', assigned(hers, mine), assigned('agt_other', hers, takahashi, '09:11'))],
  ['they gave it away themselves', standing(hers, assigned(hers, mine, suzuki))],
  ['nobody has it', standing(null, assigned(null, mine))],
])('not when %s', (_story, now) => {
  expect(takenFrom(now, mine)).toBeNull();
});
