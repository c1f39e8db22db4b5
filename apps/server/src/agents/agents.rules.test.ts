import type { Role } from '@madoguchi/contract/agents.ts';
import { describe, expect, test } from 'vitest';
import { permissions, permissionsOf, seesEveryInbox } from './agents.permissions.ts';
import { type AgentState, refuseAgentChange } from './agents.rules.ts';

const fujiwara: AgentState = { id: 'agt_fujiwara', role: 'owner', active: true };
const inoue: AgentState = { id: 'agt_inoue', role: 'admin', active: true };
const suzuki: AgentState = { id: 'agt_suzuki', role: 'agent', active: true };
const retired: AgentState = { id: 'agt_retired', role: 'owner', active: false };

describe('changing agents', () => {
  test.each([
    ['the owner makes Suzuki an admin', fujiwara, suzuki, { role: 'admin' }, 0, null],
    ['the owner makes Inoue an owner', fujiwara, inoue, { role: 'owner' }, 0, null],
    ['an admin makes Suzuki a supervisor', inoue, suzuki, { role: 'supervisor' }, 0, null],
    ['an admin makes himself an owner', inoue, inoue, { role: 'owner' }, 0, 'forbidden'],
    ['an admin takes the owner’s role', inoue, fujiwara, { role: 'agent' }, 3, 'forbidden'],
    ['an admin deactivates the owner', inoue, fujiwara, { active: false }, 3, 'forbidden'],
    ['an admin brings an owner back', inoue, retired, { active: true }, 1, 'forbidden'],
    ['an admin sets the owner’s password', inoue, fujiwara, { password: 'new password' }, 0, 'forbidden'],
    ['an admin corrects the owner’s name', inoue, fujiwara, { name: '藤原 さやか' }, 0, null],
    ['an admin sets Suzuki’s password', inoue, suzuki, { password: 'new password' }, 0, null],
    ['an admin sets his own password here', inoue, inoue, { password: 'new password' }, 0, 'forbidden'],
    ['the owner sets her own password here', fujiwara, fujiwara, { password: 'new password' }, 1, 'forbidden'],
    ['the only owner steps down', fujiwara, fujiwara, { role: 'admin' }, 0, 'last_owner'],
    ['the only owner leaves', fujiwara, fujiwara, { active: false }, 0, 'last_owner'],
    ['one of two owners steps down', fujiwara, fujiwara, { role: 'admin' }, 1, null],
    ['the only owner is made an owner again', fujiwara, fujiwara, { role: 'owner', active: true }, 0, null],
    ['an owner long gone is made an agent', fujiwara, retired, { role: 'agent' }, 1, null],
  ] as const)('%s: %#', (_story, by, agent, change, otherOwners, refused) => {
    expect(refuseAgentChange(by, agent, change, otherOwners)).toBe(refused);
  });
});

describe('what roles may do', () => {
  const extra = (role: Role, below: Role) => [...permissionsOf(role)].filter((name) => !permissionsOf(below).has(name));

  test('each role may all that the one below may', () => {
    expect(extra('agent', 'supervisor')).toEqual([]);
    expect(extra('supervisor', 'admin')).toEqual([]);
    expect(extra('supervisor', 'agent')).toEqual([
      'conversation.whisper',
      'reply.approve',
      'knowledge.write',
      'canned.write',
      'routing.manage',
      'board.read',
      'automation.manage',
    ]);
    expect(extra('admin', 'supervisor')).toEqual([
      'customer.export',
      'customer.erase',
      'commerce.manage',
      'agent.manage',
      'workspace.manage',
      'inbox.manage',
      'api_key.manage',
      'import.run',
      'audit.read',
      'retention.manage',
    ]);
  });

  test('owners and admins may everything and see every inbox', () => {
    expect([...permissionsOf('owner')]).toEqual([...permissions]);
    expect([...permissionsOf('admin')]).toEqual([...permissions]);
    expect(['owner', 'admin', 'supervisor', 'agent'].map((role) => seesEveryInbox(role as Role))).toEqual([true, true, false, false]);
  });
});
