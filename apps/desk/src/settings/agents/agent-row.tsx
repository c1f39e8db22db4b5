import type { Agent, Role } from '@madoguchi/contract/agents.ts';
import { Select, Tooltip } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useMe } from '../../app/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import { rolesQuery } from '../roles/roles.queries.ts';
import { agentsTwoFactorQuery, singleSignOnQuery } from '../settings.queries.ts';
import { lockOf, roleChange, rolesToGive, roleValueOf } from './agent-limits.ts';
import { AgentMenu } from './agent-menu.tsx';
import { changeAgent } from './agents.mutations.ts';
import css from './agents-section.module.css';

const locks = { last_owner: 'agents.lock_last_owner', owners_only: 'agents.lock_owners_only' } as const;

export function AgentRow({ agent, agents }: { agent: Agent; agents: readonly Agent[] }) {
  const t = useAdminWords();
  const me = useMe();
  const lock = lockOf(agent, agents, me.agent);
  const isMe = agent.id === me.agent.id;
  const hasFactor = useQuery(agentsTwoFactorQuery).data?.agentIds.includes(agent.id) ?? false;
  const hasSingle = useQuery(singleSignOnQuery).data?.linkedAgentIds.includes(agent.id) ?? false;
  return (
    <li className={css.row} data-left={!agent.active || undefined}>
      <Avatar name={agent.name} id={agent.id} size={36} online={agent.active && agent.online} />
      <span className={css.who}>
        <span className={css.name}>
          {agent.name}
          {isMe && <span className={css.mark}>{t('agents.me')}</span>}
          {hasFactor && agent.active && <span className={css.mark}>{t('two_factor.mark')}</span>}
          {hasSingle && agent.active && <span className={css.mark}>{t('single.mark')}</span>}
          {!agent.active && <span className={css.mark}>{t('agents.inactive')}</span>}
        </span>
        <span className={css.email}>{agent.email}</span>
      </span>
      <Tooltip label={lock ? t(locks[lock]) : ''} disabled={!lock} multiline maw={280}>
        <div className={css.role}>
          {agent.active ? (
            <RoleSelect agent={agent} locked={lock !== null} mine={me.agent.role} />
          ) : (
            (agent.customRole?.name ?? t(`role.${agent.role}`))
          )}
        </div>
      </Tooltip>
      <AgentMenu agent={agent} lock={lock} isMe={isMe} hasFactor={hasFactor} hasSingle={hasSingle} />
    </li>
  );
}

function RoleSelect({ agent, locked, mine }: { agent: Agent; locked: boolean; mine: Role }) {
  const t = useAdminWords();
  const changing = useMutation({ mutationFn: (value: string) => changeAgent(agent.id, roleChange(value)) });
  const own = useQuery(rolesQuery).data?.items ?? (agent.customRole ? [agent.customRole] : []);
  const before = roleValueOf(agent);
  const change = (value: string, role: string) =>
    changing.mutate(value, {
      onSuccess: () =>
        tellWithUndo(t('agents.told_role', { name: agent.name, role }), {
          label: t('undo'),
          undo: () => changing.mutate(before),
        }),
    });
  const choices = [...new Set<Role>([...rolesToGive(mine), agent.role])];
  return (
    <Select
      aria-label={t('agents.role_of', { name: agent.name })}
      allowDeselect={false}
      disabled={locked || changing.isPending}
      comboboxProps={{ width: 200, position: 'bottom-end' }}
      data={[
        ...choices.map((role) => ({ value: role as string, label: t(`role.${role}`) })),
        ...own.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={changing.isPending ? changing.variables : before}
      onChange={(value, option) => value && value !== before && change(value, option?.label ?? value)}
    />
  );
}
