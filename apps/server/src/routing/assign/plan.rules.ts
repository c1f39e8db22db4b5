// Pure: one pass over everything that waits. No database, no clock, no await.
import type { Act, Candidate, Capacity, QueueRule, Scene, Waiting } from '../routing.types.ts';
import { better, notNow, unfitFor, whyThem } from './eligible.rules.ts';

/** After everybody was asked and nobody took it, it rests so long before they are asked again. */
export const ROUND_RESTS_MS = 15_000;
const MINUTE_IN_MS = 60_000;

/** How pressing a conversation is among those of all queues: its own priority, and the steps its queue gives. */
export const pressing = (priority: number, { priorityBoost }: Pick<QueueRule, 'priorityBoost'>): number => priority + priorityBoost;

/**
 * What is to be done now: offers that ran out, or whose agent has gone, end; who waited too long flows over; everybody who waits is
 * offered to the best agent with room, the most pressing first, then the longest waiting. Never two offers for one conversation, nor to one
 * agent; never more than an agent's capacity, never the same agent twice in a round.
 */
export function planPass(scene: Scene, now: number): Act[] {
  const { acts, offered } = endOffers(scene, now);
  const queues = new Map(scene.queues.map((queue) => [queue.id, queue]));
  const agents = new Map(scene.agents.map((agent) => [agent.id, agent]));
  const taken = new Map(scene.agents.map(({ id, load }) => [id, { ...load }]));
  const takenBy = (id: string): Capacity => taken.get(id)!;
  for (const { agentId, kind } of offered.values()) if (taken.has(agentId)) takenBy(agentId)[kind] += 1;
  const askedNow = new Set([...offered.values()].map(({ agentId }) => agentId));

  const placed = scene.waiting
    .filter(({ id }) => !offered.has(id))
    .map((one) => {
      const to = overflowOf(one, queues, now);
      if (to) acts.push({ act: 'overflow', conversationId: one.id, from: one.queueId, to });
      return to ? { ...one, queueId: to, queuedAt: now, overflowed: [...one.overflowed, one.queueId], asked: [], roundEndedAt: null } : one;
    });
  const endedNow = new Map(
    acts.flatMap((act) => (act.act === 'end_offer' && act.outcome === 'timed_out' ? [[act.conversationId, act.agentId] as const] : [])),
  );
  for (const one of inOrder(placed, queues)) {
    const queue = queues.get(one.queueId);
    if (!queue || queue.mode === 'manual') continue;
    acts.push(
      ...assignOne(
        { one, queue, agents: scene.agents, byId: agents, takenBy, askedNow, justMissed: endedNow.get(one.id) ?? null },
        scene,
        now,
      ),
    );
  }
  return acts;
}

/** Offers whose time is up, or whose agent is no longer there, and those that stand. */
function endOffers({ offers, agents, waiting }: Scene, now: number) {
  const acts: Act[] = [];
  const offered = new Map<string, Scene['offers'][number]>();
  const available = new Set(agents.filter((agent) => agent.available).map(({ id }) => id));
  const waits = new Set(waiting.map(({ id }) => id));
  for (const offer of offers) {
    const { id: offerId, conversationId, agentId } = offer;
    const stands = available.has(agentId) && waits.has(conversationId);
    if (stands && offer.expiresAt > now) offered.set(conversationId, offer);
    else acts.push({ act: 'end_offer', offerId, conversationId, agentId, outcome: stands ? 'timed_out' : 'withdrawn' });
  }
  return { acts, offered };
}

/** The queue it flows over into now; null: it stays. It never goes back to one it came from. */
function overflowOf(one: Waiting, queues: ReadonlyMap<string, QueueRule>, now: number): string | null {
  const overflow = queues.get(one.queueId)?.overflow;
  if (!overflow || now - one.queuedAt < overflow.afterMinutes * MINUTE_IN_MS) return null;
  const { queueId } = overflow;
  return queues.has(queueId) && queueId !== one.queueId && !one.overflowed.includes(queueId) ? queueId : null;
}

/** The most pressing first, then the longest waiting. */
function inOrder(waiting: readonly Waiting[], queues: ReadonlyMap<string, QueueRule>): Waiting[] {
  const pressingOf = ({ priority, queueId }: Waiting) => pressing(priority, queues.get(queueId) ?? { priorityBoost: 0 });
  return [...waiting].sort((a, b) => pressingOf(b) - pressingOf(a) || a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1));
}

type Choice = {
  one: Waiting;
  queue: QueueRule;
  agents: readonly Candidate[];
  byId: ReadonlyMap<string, Candidate>;
  takenBy: (agentId: string) => Capacity;
  /** Who has an offer to answer: a queue that asks waits for the answer, one that gives does not. */
  askedNow: Set<string>;
  /** Whose offer ran out in this very pass. */
  justMissed: string | null;
};

function assignOne({ one, queue, agents, byId, takenBy, askedNow, justMissed }: Choice, { lastAgentSeconds }: Scene, now: number): Act[] {
  const fits = agents.filter((agent) => unfitFor(one, queue, agent).length === 0);
  const here = fits.filter(({ available }) => available);
  const asked = new Set([...one.asked, ...(justMissed ? [justMissed] : [])]);
  const acts: Act[] = [];
  if (here.length > 0 && here.every(({ id }) => asked.has(id))) {
    if (one.roundEndedAt === null) return [{ act: 'end_round', conversationId: one.id }];
    if (now - one.roundEndedAt < ROUND_RESTS_MS) return [];
    acts.push({ act: 'begin_round', conversationId: one.id });
    asked.clear();
  }
  const asks = queue.mode === 'offer';
  const free = here.filter(
    (agent) => !asked.has(agent.id) && notNow(agent, one.kind, takenBy(agent.id), asks && askedNow.has(agent.id)).length === 0,
  );
  const known = one.lastAgentId === null ? undefined : byId.get(one.lastAgentId);
  const knownFits = known !== undefined && fits.includes(known) && !asked.has(known.id);
  // Whoever knows the customer and is there, only busy, is waited for: not for long.
  if (knownFits && known.available && !free.includes(known) && now - one.queuedAt < lastAgentSeconds * 1000) return acts;
  const best = knownFits && free.includes(known) ? known : free.sort(better(queue, one.kind, takenBy))[0];
  if (!best) return acts;
  const why = whyThem(queue, one.kind, best, takenBy(best.id), best.id === one.lastAgentId);
  takenBy(best.id)[one.kind] += 1;
  if (asks) askedNow.add(best.id);
  const to = { conversationId: one.id, queueId: queue.id, agentId: best.id, why };
  acts.push(asks ? { act: 'offer', ...to, expiresAt: now + queue.offerSeconds * 1000 } : { act: 'give', ...to });
  return acts;
}
