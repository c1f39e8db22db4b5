import type { Conversation } from '@madoguchi/contract/conversations.ts';

/** Where conversations can be moved. */
export type Target = { kind: 'agent' | 'team' | 'queue'; id: string; name: string };

/** Where a conversation was, to go back to. `queueId`: in which it was waiting, if it was found there. */
export type Place = { id: string; agentId: string | null; teamId: string | null; queueId: string | null };

export const placeOf = ({ id, assignee }: Conversation, queueId: string | null): Place => ({
  id,
  agentId: assignee.agent?.id ?? null,
  teamId: assignee.team?.id ?? null,
  queueId,
});

/** What is asked of the server to bring a conversation there: into a queue, or to whoever is responsible. A team takes it from its agent. */
export type Step = { queueId: string } | { agentId: string | null; teamId: string | null };

export function stepTo(target: Target, from: Place): Step {
  if (target.kind === 'queue') return { queueId: target.id };
  return target.kind === 'agent' ? { agentId: target.id, teamId: from.teamId } : { agentId: null, teamId: target.id };
}

/** The way back: first whoever was responsible, then the queue, which only one without an agent waits in. */
export const stepsBack = ({ agentId, teamId, queueId }: Place): Step[] =>
  agentId === null && queueId !== null ? [{ agentId, teamId }, { queueId }] : [{ agentId, teamId }];

const AT_ONCE = 4;

/**
 * Does something for each, a few at a time, and goes on when one fails. Says how many are through after each.
 * @returns those for which it worked
 */
export async function forEachFew<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  through: (count: number) => void,
): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  let count = 0;
  const take = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const one = item;
      await work(one).then(
        () => done.push(one),
        () => undefined,
      );
      count += 1;
      through(count);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return done;
}
