import { anything } from '../queues/match.rules.ts';
import type { Act, Candidate, Capacity, QueueRule, Scene, Waiting } from '../routing.types.ts';
import { noLoad } from './load.rules.ts';
import { planPass } from './plan.rules.ts';

export const aQueue = (more: Partial<QueueRule> = {}): QueueRule => ({
  id: 'que_default',
  name: '全般',
  isDefault: true,
  mode: 'offer',
  conditions: anything(),
  teamIds: [],
  agentIds: [],
  skills: {},
  tier: 1,
  honorsLanguage: false,
  priorityBoost: 0,
  offerSeconds: 30,
  overflow: null,
  ...more,
});

export const anAgent = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  available: true,
  tier: 1,
  languages: ['ja'],
  skills: {},
  capacity: { chats: 3, messages: 10, calls: 1 },
  load: noLoad(),
  teamIds: [],
  inboxes: 'all',
  idleSince: 0,
  ...more,
});

export const oneWaiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  queueId: 'que_default',
  inboxId: 'ibx_chat',
  kind: 'chats',
  language: 'ja',
  priority: 1,
  waitingSince: 0,
  queuedAt: 0,
  overflowed: [],
  tier: 1,
  teamId: null,
  lastAgentId: null,
  asked: [],
  roundEndedAt: null,
  ...more,
});

type Offer = Scene['offers'][number] & { round: number };

/** A workspace in memory, as the tables keep it, for rules to be tried on: what a pass decides is done, and people act in between. */
export function makeWorld(queues: readonly QueueRule[], agents: readonly Candidate[], lastAgentSeconds = 0) {
  const people = new Map(agents.map((agent) => [agent.id, { ...agent, load: noLoad() }]));
  const waiting = new Map<string, Waiting>();
  const had = new Map<string, { agentId: string; kind: Waiting['kind'] }>();
  const offers = new Map<string, Offer>();
  let count = 0;
  let now = 0;

  const load = (agentId: string): Capacity => {
    const sum = noLoad();
    for (const one of had.values()) if (one.agentId === agentId) sum[one.kind] += 1;
    return sum;
  };
  const scene = (): Scene => ({
    queues,
    agents: [...people.values()].map((agent) => ({ ...agent, load: load(agent.id) })),
    waiting: [...waiting.values()],
    offers: [...offers.values()],
    lastAgentSeconds,
  });
  const change = (id: string, change: Partial<Waiting>) => waiting.set(id, { ...waiting.get(id)!, ...change });

  function carryOut(act: Act): void {
    switch (act.act) {
      case 'end_offer':
        offers.delete(act.offerId);
        if (act.outcome === 'timed_out' && waiting.has(act.conversationId))
          change(act.conversationId, { asked: [...waiting.get(act.conversationId)!.asked, act.agentId] });
        return;
      case 'overflow':
        change(act.conversationId, {
          queueId: act.to,
          queuedAt: now,
          overflowed: [...waiting.get(act.conversationId)!.overflowed, act.from],
          asked: [],
          roundEndedAt: null,
        });
        return;
      case 'end_round':
        change(act.conversationId, { roundEndedAt: now });
        return;
      case 'begin_round':
        change(act.conversationId, { asked: [], roundEndedAt: null });
        return;
      case 'offer': {
        count += 1;
        const { conversationId, agentId, expiresAt } = act;
        change(conversationId, { roundEndedAt: null });
        offers.set(`ofr_${count}`, {
          id: `ofr_${count}`,
          conversationId,
          agentId,
          expiresAt,
          kind: waiting.get(conversationId)!.kind,
          round: 1,
        });
        return;
      }
      case 'give':
        had.set(act.conversationId, { agentId: act.agentId, kind: waiting.get(act.conversationId)!.kind });
        waiting.delete(act.conversationId);
    }
  }

  return {
    people,
    waiting,
    had,
    offers,
    load,
    scene,
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
    /** Decides and does; `isKilled`: decides, and dies before anything is written. */
    pass(isKilled = false): Act[] {
      const acts = planPass(scene(), now);
      if (!isKilled) for (const act of acts) carryOut(act);
      return acts;
    },
    accept(offerId: string): void {
      const offer = offers.get(offerId)!;
      offers.delete(offerId);
      had.set(offer.conversationId, { agentId: offer.agentId, kind: offer.kind });
      waiting.delete(offer.conversationId);
    },
    decline(offerId: string): void {
      const offer = offers.get(offerId)!;
      offers.delete(offerId);
      change(offer.conversationId, { asked: [...waiting.get(offer.conversationId)!.asked, offer.agentId] });
    },
    /** They close the window, or are answered by nobody. */
    leave(conversationId: string): void {
      waiting.delete(conversationId);
      for (const offer of offers.values()) if (offer.conversationId === conversationId) offers.delete(offer.id);
    },
  };
}
