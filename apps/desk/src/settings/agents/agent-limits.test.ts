import type { Agent } from '@madoguchi/contract/agents.ts';
import { expect, test } from 'vitest';
import { type AgentFixture, agents as cast, fujiwara, inoue, suzuki } from '../../../../../fixtures/agents.ts';
import { inOrder, isLastOwner, lockOf, rolesToGive } from './agent-limits.ts';

const asAgent = ({ key, name, email, role, locale }: AgentFixture): Agent => ({
  id: `agt_${key}`,
  name,
  email,
  role,
  locale,
  active: true,
  online: false,
});
const all = cast.map(asAgent);
const [owner, admin, agent] = [fujiwara, inoue, suzuki].map(asAgent) as [Agent, Agent, Agent];

test('Fujiwara is the only owner: her role stays, until a second owner is there', () => {
  expect(lockOf(owner, all, owner)).toBe('last_owner');
  expect(isLastOwner(owner, [...all, { ...admin, id: 'agt_second', role: 'owner' }])).toBe(false);
  expect(isLastOwner(owner, [...all, { ...admin, id: 'agt_second', role: 'owner', active: false }])).toBe(true);
});

test('an admin changes agents, but neither owners nor makes them', () => {
  expect(lockOf(agent, all, admin)).toBeNull();
  expect(lockOf(owner, all, admin)).toBe('owners_only');
  expect(rolesToGive('admin')).toEqual(['admin', 'supervisor', 'agent']);
  expect(rolesToGive('owner')).toContain('owner');
});

test('those who left stand last, whatever they were', () => {
  const left = { ...owner, id: 'agt_left', active: false };
  const order = inOrder([left, agent, owner, admin]).map(({ id }) => id);
  expect(order).toEqual(['agt_fujiwara', 'agt_inoue', 'agt_suzuki', 'agt_left']);
});
