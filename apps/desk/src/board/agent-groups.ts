import type { BoardAgent } from '@madoguchi/contract/board.ts';
import { type PresenceLook, presenceLook } from '../routing/presence-words.ts';

export type AgentGroup = { look: PresenceLook; agents: BoardAgent[] };

const LOOKS: readonly PresenceLook[] = ['available', 'busy', 'gone'];

/**
 * Agents by how they stand, those who are there first; in a group those with unanswered customers first, then by what they have. Whoever is gone
 * and has nothing tells nothing: they are counted only.
 */
export function agentGroups(agents: readonly BoardAgent[]): { groups: AgentGroup[]; gone: number } {
  const idle = (agent: BoardAgent) => presenceLook(agent) === 'gone' && agent.open === 0;
  const shown = agents.filter((agent) => !idle(agent));
  const groups = LOOKS.map((look) => ({
    look,
    agents: shown
      .filter((agent) => presenceLook(agent) === look)
      .sort((a, b) => b.unanswered - a.unanswered || b.open - a.open || a.name.localeCompare(b.name, 'ja')),
  })).filter((group) => group.agents.length > 0);
  return { groups, gone: agents.length - shown.length };
}

/** The kinds of work an agent may have some of, with how full each is; kinds they may have none of are left out, unless they do. */
export function loadParts({ load, capacity }: Pick<BoardAgent, 'load' | 'capacity'>) {
  return (['chats', 'messages', 'calls'] as const)
    .map((kind) => ({ kind, at: load[kind], most: capacity[kind] }))
    .filter(({ at, most }) => most > 0 || at > 0);
}
