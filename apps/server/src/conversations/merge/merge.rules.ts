// Pure: what becomes of the conversation that goes on when another one is merged into it.
import type { ConversationRow } from '../conversations.types.ts';

type Standing = Pick<
  ConversationRow,
  | 'status'
  | 'handled_by'
  | 'waiting_since'
  | 'handed_off_at'
  | 'resolved_at'
  | 'agent_acted_at'
  | 'snoozed_at'
  | 'snoozed_until'
  | 'assignee_agent_id'
  | 'assignee_team_id'
  | 'agent_name'
  | 'last_activity_at'
  | 'preview'
  | 'preview_author'
>;

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/**
 * Nobody who waited is forgotten: where the one that goes away waits for us, the other does, since the earlier of the two times. Whoever had
 * it has it still, unless the other one has somebody. What was said last is what lists show.
 */
export function afterMerge(kept: Standing, gone: Standing): Partial<Standing> {
  const waits = gone.status === 'open';
  const toPeople = waits && gone.handled_by === 'human' && kept.handled_by === 'bot';
  const nobodyHasIt = kept.assignee_agent_id === null && kept.assignee_team_id === null;
  return {
    ...(waits
      ? {
          status: 'open',
          resolved_at: null,
          waiting_since: earlier(kept.status === 'open' ? kept.waiting_since : null, gone.waiting_since),
          snoozed_at: null,
          snoozed_until: null,
        }
      : {}),
    ...(toPeople ? { handled_by: 'human', handed_off_at: gone.handed_off_at } : {}),
    agent_acted_at: earlier(kept.agent_acted_at, gone.agent_acted_at),
    ...(nobodyHasIt
      ? {
          assignee_agent_id: gone.assignee_agent_id,
          assignee_team_id: gone.assignee_team_id,
          agent_name: kept.agent_name ?? gone.agent_name,
        }
      : {}),
    ...(gone.last_activity_at > kept.last_activity_at
      ? { last_activity_at: gone.last_activity_at, preview: gone.preview, preview_author: gone.preview_author }
      : {}),
  };
}

type Said = { author_kind: string; created_at: Date };

/**
 * Whose turn it is after these words, oldest first: ours, and since when, or the customer's; null where nothing was said. What the product says
 * by itself answers nothing.
 */
export function turnAfter(said: readonly Said[]): { status: 'open' | 'waiting'; waiting_since: Date | null } | null {
  const words = said.filter(({ author_kind }) => author_kind !== 'system');
  const last = words.at(-1);
  if (!last) return null;
  if (last.author_kind !== 'customer') return { status: 'waiting', waiting_since: null };
  const answered = words.findLastIndex(({ author_kind }) => author_kind !== 'customer');
  return { status: 'open', waiting_since: words[answered + 1]!.created_at };
}
