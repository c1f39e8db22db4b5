import type { Agent } from '@madoguchi/contract/agents.ts';
import { expect, test } from 'vitest';
import { agents as cast, fujiwara, mori, suzuki } from '../../../../../fixtures/agents.ts';
import { agentId } from '../../../test/build.ts';
import { assigneeOptions } from './assignee-options.ts';

const agents: Agent[] = cast.map((one) => ({
  id: agentId(one),
  name: one.name,
  email: one.email,
  role: one.role,
  locale: one.locale,
  active: one !== fujiwara,
  online: false,
}));
const teams = [{ id: 'tem_goods', name: '商品・返品', memberIds: [] }];
const options = (search: string, online: string[] = []) => assigneeOptions({ agents, teams, me: { id: agentId(suzuki) }, online, search });

test('who is at work stands first; who left the company is not offered', () => {
  const names = options('', [agentId(mori)]).agents.map((agent) => agent.name);
  expect(names[0]).toBe(mori.name);
  expect(names).not.toContain(fujiwara.name);
  expect(names).toHaveLength(cast.length - 1);
});

test.each(['鈴木健太', '健太', 'SUZUKI', 'ｓｕｚｕｋｉ'])('%s finds Suzuki', (search) => {
  expect(options(search).agents.map((agent) => agent.name)).toEqual([suzuki.name]);
});

test('a team is found by its name, and then nobody by the same', () => {
  expect(options('返品')).toEqual({ agents: [], teams });
});
