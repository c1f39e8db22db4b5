import { type Agent, updateAgent } from '@madoguchi/contract/agents.ts';
import type { InputOf } from '@madoguchi/contract/endpoint.ts';
import { call } from '../../app/client.ts';
import { meQuery } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';

export type AgentChange = InputOf<typeof updateAgent>['body'];

/** Puts an agent, new or changed, into what is known. */
export function keepAgent(agent: Agent): void {
  queryClient.setQueryData(
    agentsQuery.queryKey,
    (now) =>
      now && {
        items: now.items.some(({ id }) => id === agent.id)
          ? now.items.map((one) => (one.id === agent.id ? agent : one))
          : [...now.items, agent],
      },
  );
  if (queryClient.getQueryData(meQuery.queryKey)?.agent.id === agent.id) void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}

export async function changeAgent(id: string, change: AgentChange): Promise<Agent> {
  const saved = await call(updateAgent, { params: { id }, body: change });
  keepAgent(saved);
  return saved;
}
