import type { Agent, Team } from '@madoguchi/contract/agents.ts';

type Known = { agents: readonly Agent[]; teams: readonly Team[]; me: Pick<Agent, 'id'>; online: readonly string[]; search: string };

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Whom a conversation can be given to: active agents, those at work first, and teams; narrowed by what is typed, with or without the space in a name. */
export function assigneeOptions({ agents, teams, online, search }: Known): { agents: Agent[]; teams: Team[] } {
  const wanted = fold(search);
  const atWork = (agent: Agent) => (online.includes(agent.id) ? 0 : 1);
  return {
    agents: agents
      .filter((agent) => agent.active && (fold(agent.name).includes(wanted) || fold(agent.email).includes(wanted)))
      .sort((a, b) => atWork(a) - atWork(b) || a.name.localeCompare(b.name, 'ja')),
    teams: teams.filter((team) => fold(team.name).includes(wanted)),
  };
}
