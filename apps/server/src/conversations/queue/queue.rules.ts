// Pure: who waits for people, at which place, and for how long.
import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import type { ConversationRow } from '../conversations.types.ts';

type Standing = Pick<
  ConversationRow,
  'handled_by' | 'status' | 'merged_into' | 'agent_acted_at' | 'assignee_agent_id' | 'waiting_since' | 'turn'
>;

/**
 * Whether a customer stands in the queue: people have the conversation, it is open, and nobody has answered or taken it (or whoever did has
 * let go of it again). The index conversations_in_queue says the same.
 */
export const isInQueue = (row: Standing): boolean =>
  row.turn !== 'spam' &&
  row.handled_by === 'human' &&
  row.status === 'open' &&
  row.merged_into === null &&
  row.waiting_since !== null &&
  (row.agent_acted_at === null || row.assignee_agent_id === null);

/**
 * One who waits. `teamId`: the team that is to answer; null: whoever answers the inbox. `queueId`: the queue that gives them out; null: people
 * pick. `priority`: low to urgent; where people pick it is theirs to mind.
 */
type Waiting = { id: string; teamId: string | null; queueId?: string | null; priority?: string };

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
/** How pressing a priority is: the more, the earlier. */
export const rankOf = (priority: string | undefined): number => PRIORITIES.indexOf(priority ?? 'normal');

/**
 * The places of everybody who waits in an inbox, from 1, given in the order in which they began to wait. Who waits for a team stands in
 * that team's line; who waits for anybody stands behind everyone in the inbox who came before. Who is given out by a queue stands in that
 * queue's line, behind whoever is more pressing.
 */
export function placesIn(line: readonly Waiting[]): Map<string, number> {
  const queues = Map.groupBy(
    line.filter(({ queueId }) => queueId),
    ({ queueId }) => queueId,
  );
  const inQueues = [...queues.values()].flatMap((members) =>
    members.toSorted((a, b) => rankOf(b.priority) - rankOf(a.priority)).map(({ id }, ahead) => [id, ahead + 1] as const),
  );
  return new Map([...placesWherePicked(line.filter(({ queueId }) => !queueId)), ...inQueues]);
}

function placesWherePicked(line: readonly Waiting[]): Map<string, number> {
  const inTeam = new Map<string, number>();
  return new Map(
    line.map(({ id, teamId }, ahead) => {
      if (teamId === null) return [id, ahead + 1];
      const place = (inTeam.get(teamId) ?? 0) + 1;
      inTeam.set(teamId, place);
      return [id, place];
    }),
  );
}

/** A wait that ended: somebody took or answered the conversation at `at`, `minutes` after it was handed to people. `daysAgo`: 0 for lately. */
export type EndedWait = { daysAgo: number; at: Date; minutes: number };

/** How fast people answer. `median`: minutes of a usual wait. `perMinute`: waits that end in a minute; null when too few did lately. */
export type Pace = { median: number; perMinute: number | null };

/** Fewer waits than this say nothing about the next one. */
export const ENOUGH = 5;

/**
 * The pace of the last hours, where there is enough to go by; else that of the same hours on the days before; else what the company says of
 * itself.
 * @param replyMinutes within how many minutes people usually reply, by the settings
 */
export function paceOf(ended: readonly EndedWait[], now: Date, replyMinutes: number): Pace {
  const lately = ended.filter(({ daysAgo }) => daysAgo === 0);
  if (lately.length >= ENOUGH) {
    const since = Math.min(...lately.map(({ at }) => at.getTime()));
    const spanInMinutes = Math.max(1, (now.getTime() - since) / 60_000);
    return { median: medianOf(lately), perMinute: lately.length / spanInMinutes };
  }
  return { median: ended.length >= ENOUGH ? medianOf(ended) : replyMinutes, perMinute: null };
}

function medianOf(ended: readonly EndedWait[]): number {
  const minutes = ended.map((one) => one.minutes).sort((a, b) => a - b);
  const middle = minutes.length / 2;
  return (minutes[Math.ceil(middle) - 1]! + minutes[Math.floor(middle)]!) / 2;
}

/**
 * Minutes until somebody at this place is likely to be answered: a usual wait for each place, as if one person answered one after the other;
 * less where more waits end in a minute than that, as they do with several people. Never less than a usual wait, and never less further back.
 */
export function expectedMinutes(place: number, { median, perMinute }: Pace): number {
  const oneByOne = median * place;
  return perMinute === null ? oneByOne : Math.min(oneByOne, Math.max(median, place / perMinute));
}

type Wait = NonNullable<ChatQueue['waitMinutes']>;

/** What is told of a wait, the shortest first: rounded up, and vaguer the longer it is. */
const TOLD: readonly Wait[] = [
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 5, to: 5 },
  { from: 10, to: 10 },
  { from: 10, to: 15 },
  { from: 15, to: 20 },
  { from: 20, to: 30 },
];

/** A wait in minutes as it is told. `to` equal to `from`: about that long; null: `from` or more. */
export const toldWait = (minutes: number): Wait => TOLD.find(({ to }) => minutes <= to!) ?? { from: 30, to: null };

/** What a customer is told of their place. `pace` null: nobody answers now, so there is no telling how long it takes. */
export const queueAt = (place: number, pace: Pace | null): ChatQueue => ({
  place,
  waitMinutes: pace && toldWait(expectedMinutes(place, pace)),
});
