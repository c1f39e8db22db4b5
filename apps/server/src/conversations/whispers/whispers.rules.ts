// Pure: to whom something is whispered, and who hears of it.
import type { Viewer } from '../../platform/db/viewer.ts';
import { whisperSaid, whisperSettled } from './whispers.events.ts';

/** Whether nobody can be whispered to here: the conversation is not theirs (any more), or they are the one who speaks. */
export const isRefused = (assigneeId: string | null, to: string, by: string | null): boolean => assigneeId !== to || to === by;

const WHISPERS = new Set<string>([whisperSaid.factName, whisperSettled.factName]);

/** Whether a fact may go to a viewer as far as whispers go: the same fence as the database's, for facts already read. */
export function mayHear({ whispers }: Viewer, fact: { name: string; data: unknown }): boolean {
  if (!WHISPERS.has(fact.name)) return true;
  const { authorId, toAgentId } = fact.data as { authorId: string; toAgentId: string };
  return whispers === 'all' || (whispers !== undefined && (whispers === authorId || whispers === toAgentId));
}
