import type { Agent } from '@madoguchi/contract/agents.ts';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { inOrder } from './agent-limits.ts';
import { AgentRow } from './agent-row.tsx';
import css from './agents-section.module.css';
import { NewAgentDialog } from './new-agent-dialog.tsx';
import { RequireTwoFactor } from './require-two-factor.tsx';
import { RoleGuide } from './role-guide.tsx';

/** The people who answer: who they are, what they may do, and whether they still may. */
export function AgentsSection() {
  const query = useQuery({ ...agentsQuery, staleTime: 0 });
  return (
    <Loaded query={query} height={360}>
      {({ items }) => <AgentList agents={items} />}
    </Loaded>
  );
}

function AgentList({ agents }: { agents: readonly Agent[] }) {
  const t = useAdminWords();
  const [adding, { open, close }] = useDisclosure();
  const left = agents.filter(({ active }) => !active).length;
  return (
    <>
      <ListHead
        text={left > 0 ? t('agents.count_left', { count: agents.length - left, left }) : t('agents.count', { count: agents.length })}
      >
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
          {t('agents.new')}
        </Button>
      </ListHead>
      <ul className={css.list}>
        {inOrder(agents).map((agent) => (
          <AgentRow key={agent.id} agent={agent} agents={agents} />
        ))}
      </ul>
      <RequireTwoFactor active={agents.filter(({ active }) => active).map(({ id }) => id)} />
      <RoleGuide />
      {adding && <NewAgentDialog onClose={close} />}
    </>
  );
}
