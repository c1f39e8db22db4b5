import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, QueueRule, Waiting } from '../routing.types.ts';
import { planPass, ROUND_RESTS_MS } from './plan.rules.ts';
import { anAgent, aQueue, makeWorld, oneWaiting } from './plan.testkit.ts';

const SECOND = 1000;
const chosen = (queues: QueueRule[], agents: Candidate[], waiting: Waiting[], lastAgentSeconds = 0, now = 0) =>
  planPass({ queues, agents, waiting, offers: [], lastAgentSeconds }, now).flatMap((act) =>
    act.act === 'offer' || act.act === 'give' ? [[act.conversationId, act.agentId]] : [],
  );

describe('who gets it', () => {
  test('the best match, then the least loaded for what they can take, then the longest idle', () => {
    const queue = aQueue({ skills: { skl_returns: 2 } });
    const load = { chats: 1, messages: 0, calls: 0 };
    const suzuki = anAgent('agt_suzuki', { skills: { skl_returns: 2 }, idleSince: 50 });
    const takahashi = anAgent('agt_takahashi', { skills: { skl_returns: 2 }, idleSince: 10 });
    const busy = anAgent('agt_busy', { skills: { skl_returns: 2 }, load, idleSince: 0 });
    const expert = anAgent('agt_expert', { skills: { skl_returns: 5 }, load, idleSince: 99 });
    const novice = anAgent('agt_novice', { skills: { skl_returns: 1 } });
    const one = [oneWaiting('cnv_1')];
    expect(chosen([queue], [suzuki, takahashi, busy, expert, novice], one)).toEqual([['cnv_1', 'agt_expert']]);
    expect(chosen([queue], [suzuki, takahashi, busy, novice], one)).toEqual([['cnv_1', 'agt_takahashi']]);
    expect(chosen([queue], [suzuki, busy, novice], one)).toEqual([['cnv_1', 'agt_suzuki']]);
    expect(chosen([queue], [busy, novice], one)).toEqual([['cnv_1', 'agt_busy']]);
    expect(chosen([queue], [novice], one)).toEqual([]);
  });

  test.each<[string, Partial<QueueRule>, Partial<Candidate>, Partial<Waiting>]>([
    ['who is on a break', {}, { available: false }, {}],
    ['who does not see the inbox', {}, { inboxes: ['ibx_other'] }, {}],
    ['who is of another team than the queue’s', { teamIds: ['tem_returns'] }, { teamIds: ['tem_tea'] }, {}],
    ['who is of another team than the conversation’s', {}, { teamIds: ['tem_tea'] }, { teamId: 'tem_returns' }],
    ['who is not named by the queue', { agentIds: ['agt_other'] }, {}, {}],
    ['who does not speak the language, where that counts', { honorsLanguage: true }, {}, { language: 'en' }],
    ['who stands a tier below the queue', { tier: 2 }, {}, {}],
    ['who stands a tier below what it was escalated to', {}, {}, { tier: 2 }],
    ['who takes no calls', {}, { capacity: { chats: 3, messages: 3, calls: 0 } }, { kind: 'calls' }],
    ['whose hands are full', {}, { load: { chats: 3, messages: 0, calls: 0 } }, {}],
    ['who said no in this round', {}, {}, { asked: ['agt_1'] }],
    ['anybody, where people pick', { mode: 'manual' }, {}, {}],
  ])('not %s', (_story, queue, agent, waiting) => {
    expect(chosen([aQueue()], [anAgent('agt_1')], [oneWaiting('cnv_1')])).toHaveLength(1);
    expect(chosen([aQueue(queue)], [anAgent('agt_1', agent)], [oneWaiting('cnv_1', waiting)])).toEqual([]);
  });

  test('the most pressing first, then the longest waiting; a queue’s boost counts among all queues', () => {
    const vip = aQueue({ id: 'que_vip', isDefault: false, priorityBoost: 2 });
    const line = [
      oneWaiting('cnv_late', { waitingSince: 9 }),
      oneWaiting('cnv_early', { waitingSince: 1 }),
      oneWaiting('cnv_high', { waitingSince: 5, priority: 2 }),
      oneWaiting('cnv_vip', { waitingSince: 8, queueId: 'que_vip' }),
    ];
    const hands = anAgent('agt_1', { capacity: { chats: 9, messages: 0, calls: 0 } });
    const gives = [vip, aQueue()].map((queue) => ({ ...queue, mode: 'direct' as const }));
    expect(chosen(gives, [hands], line).map(([id]) => id)).toEqual(['cnv_vip', 'cnv_high', 'cnv_early', 'cnv_late']);
  });

  test('asked, an agent is asked for nothing else before they answer', () => {
    const line = [oneWaiting('cnv_1'), oneWaiting('cnv_2')];
    expect(chosen([aQueue()], [anAgent('agt_1')], line)).toEqual([['cnv_1', 'agt_1']]);
  });

  test('the agent who knows the customer comes first; busy, they are waited for a moment and no longer', () => {
    const known = oneWaiting('cnv_1', { lastAgentId: 'agt_known' });
    const other = anAgent('agt_a');
    const full = { load: { chats: 3, messages: 0, calls: 0 } };
    expect(chosen([aQueue()], [other, anAgent('agt_known', { idleSince: 99 })], [known])).toEqual([['cnv_1', 'agt_known']]);
    expect(chosen([aQueue()], [other, anAgent('agt_known', full)], [known], 20, 19 * SECOND)).toEqual([]);
    expect(chosen([aQueue()], [other, anAgent('agt_known', full)], [known], 20, 20 * SECOND)).toEqual([['cnv_1', 'agt_a']]);
    expect(chosen([aQueue()], [other, anAgent('agt_known', { available: false })], [known], 20)).toEqual([['cnv_1', 'agt_a']]);
  });

  test('an offer that runs out goes on to the next, and comes back when everybody was asked and a rest is over', () => {
    const world = makeWorld([aQueue()], [anAgent('agt_a'), anAgent('agt_b')]);
    world.waiting.set('cnv_1', oneWaiting('cnv_1'));
    const asked = () => [...world.offers.values()].map(({ agentId }) => agentId);
    world.pass();
    expect(asked()).toEqual(['agt_a']);
    world.advance(30 * SECOND);
    world.pass();
    expect(asked()).toEqual(['agt_b']);
    world.decline([...world.offers.keys()][0]!);
    world.pass();
    world.advance(ROUND_RESTS_MS - 1);
    world.pass();
    expect(asked()).toEqual([]);
    world.advance(1);
    world.pass();
    expect(asked()).toEqual(['agt_a']);
  });

  test('who waits too long flows over, and never back', () => {
    const night = aQueue({ id: 'que_night', isDefault: false, tier: 3, overflow: { queueId: 'que_default', afterMinutes: 5 } });
    const all = aQueue({ overflow: { queueId: 'que_night', afterMinutes: 5 }, tier: 3 });
    const world = makeWorld([night, all], [anAgent('agt_a')]);
    world.waiting.set('cnv_1', oneWaiting('cnv_1', { queueId: 'que_night' }));
    for (let minute = 0; minute < 30; minute += 1) {
      world.advance(60 * SECOND);
      world.pass();
    }
    expect(world.waiting.get('cnv_1')).toMatchObject({ queueId: 'que_default', overflowed: ['que_night'] });
  });
});

describe('whatever people do', () => {
  const skills = fc.dictionary(fc.constantFrom('skl_a', 'skl_b'), fc.integer({ min: 1, max: 5 }), { maxKeys: 2 });
  const team = fc.constantFrom('tem_a', 'tem_b');
  const anyQueue = (id: string) =>
    fc.record({
      id: fc.constant(id),
      isDefault: fc.constant(id === 'que_0'),
      mode: fc.constantFrom('offer' as const, 'offer' as const, 'direct' as const, 'manual' as const),
      teamIds: fc.uniqueArray(team, { maxLength: 1 }),
      skills,
      tier: fc.integer({ min: 1, max: 2 }),
      honorsLanguage: fc.boolean(),
      priorityBoost: fc.integer({ min: 0, max: 3 }),
      offerSeconds: fc.integer({ min: 10, max: 60 }),
      overflow: fc.option(fc.record({ queueId: fc.constantFrom('que_0', 'que_1', 'que_2'), afterMinutes: fc.integer({ min: 1, max: 2 }) })),
    });
  const anyAgent = (id: string) =>
    fc.record({
      id: fc.constant(id),
      available: fc.boolean(),
      tier: fc.integer({ min: 1, max: 2 }),
      languages: fc.uniqueArray(fc.constantFrom('ja', 'en'), { minLength: 1 }),
      skills,
      capacity: fc.record({ chats: fc.integer({ min: 0, max: 3 }), messages: fc.integer({ min: 0, max: 2 }), calls: fc.constant(1) }),
      teamIds: fc.uniqueArray(team),
      inboxes: fc.constantFrom('all' as const, ['ibx_chat'], ['ibx_other']),
    });
  const anyStep = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('come' as const),
        which: fc.nat(),
        queue: fc.nat(2),
        kind: fc.nat(2),
        more: fc.nat(),
        many: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'decline' as const), which: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('presence' as const, 'finish' as const, 'leave' as const), which: fc.nat() }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('time' as const), which: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), which: fc.nat() }) },
  );
  const company = fc.record({
    queues: fc.tuple(anyQueue('que_2'), anyQueue('que_1'), anyQueue('que_0')),
    agents: fc.integer({ min: 0, max: 5 }).chain((many) => fc.tuple(...Array.from({ length: many }, (_, n) => anyAgent(`agt_${n}`)))),
    steps: fc.array(anyStep, { maxLength: 80 }),
    lastAgentSeconds: fc.constantFrom(0, 20),
  });

  /** Said once more, in the words of the issue: whoever could take it at this moment. */
  const couldTake = (world: ReturnType<typeof makeWorld>, one: Waiting, queues: readonly QueueRule[], patienceMs: number) => {
    const queue = queues.find(({ id }) => id === one.queueId)!;
    if (queue.mode === 'manual') return [];
    const offered = (agentId: string) =>
      [...world.offers.values()].filter((offer) => offer.agentId === agentId && offer.kind === one.kind).length;
    const fits = [...world.people.values()].filter(
      (agent) =>
        agent.available &&
        (agent.inboxes === 'all' || agent.inboxes.includes(one.inboxId)) &&
        (queue.teamIds.length === 0 || agent.teamIds.some((id) => queue.teamIds.includes(id))) &&
        agent.tier >= Math.max(queue.tier, one.tier) &&
        (!queue.honorsLanguage || agent.languages.includes(one.language)) &&
        Object.entries(queue.skills).every(([skill, level]) => (agent.skills[skill] ?? 0) >= level) &&
        agent.capacity[one.kind] > 0,
    );
    const isAsked = (agentId: string) => queue.mode === 'offer' && [...world.offers.values()].some((offer) => offer.agentId === agentId);
    const rested = fits.every(({ id }) => one.asked.includes(id));
    if (rested && (one.roundEndedAt === null || world.now() - one.roundEndedAt < ROUND_RESTS_MS)) return [];
    if (fits.some(({ id }) => id === one.lastAgentId) && world.now() - one.queuedAt < patienceMs) return [];
    return fits.filter(
      (agent) =>
        (rested || !one.asked.includes(agent.id)) &&
        !isAsked(agent.id) &&
        world.load(agent.id)[one.kind] + offered(agent.id) < agent.capacity[one.kind],
    );
  };

  test('nobody waits a second whom a free agent could take; never two offers, never too much, nobody loses what they took', () => {
    fc.assert(
      fc.property(company, ({ queues: wanted, agents, steps, lastAgentSeconds }) => {
        const queues = wanted.map((queue) => aQueue(queue));
        const world = makeWorld(
          queues,
          agents.map((agent) => anAgent(agent.id, agent)),
          lastAgentSeconds,
        );
        const taken = new Map<string, string>();
        let count = 0;
        const pick = <T>(from: Iterable<T>, which: number): T | undefined => {
          const all = [...from];
          return all[which % Math.max(1, all.length)];
        };

        /** A second goes by and the lane looks. */
        const look = (isKilled = false) => {
          world.advance(SECOND);
          const before = new Map(world.had);
          world.pass(isKilled);
          if (isKilled) return;
          for (const [id, { agentId }] of world.had) if (!before.has(id)) taken.set(id, agentId);
          for (const one of world.waiting.values()) {
            const isOffered = [...world.offers.values()].some(({ conversationId }) => conversationId === one.id);
            if (!isOffered) expect(couldTake(world, one, queues, lastAgentSeconds * SECOND).map(({ id }) => id)).toEqual([]);
          }
        };

        for (const step of steps) {
          const offerId = pick(world.offers.keys(), step.which);
          if (step.do === 'come') {
            for (let n = 0; n < step.many; n += 1) {
              count += 1;
              const { which, more } = step;
              world.waiting.set(
                `cnv_${count}`,
                oneWaiting(`cnv_${count}`, {
                  queueId: `que_${step.queue}`,
                  kind: (['chats', 'messages', 'calls'] as const)[step.kind]!,
                  inboxId: which % 3 === 0 ? 'ibx_other' : 'ibx_chat',
                  language: which % 2 === 0 ? 'ja' : 'en',
                  priority: which % 4,
                  tier: which % 5 === 0 ? 2 : 1,
                  teamId: null,
                  lastAgentId: more % 3 === 0 ? `agt_${more % 5}` : null,
                  waitingSince: world.now(),
                  queuedAt: world.now(),
                }),
              );
            }
          } else if (step.do === 'accept' && offerId) {
            const { conversationId, agentId } = world.offers.get(offerId)!;
            world.accept(offerId);
            taken.set(conversationId, agentId);
          } else if (step.do === 'decline' && offerId) {
            world.decline(offerId);
          } else if (step.do === 'presence') {
            const agent = pick(world.people.values(), step.which);
            if (agent) agent.available = !agent.available;
          } else if (step.do === 'finish') {
            const id = pick(world.had.keys(), step.which);
            if (id) {
              world.had.delete(id);
              taken.delete(id);
            }
          } else if (step.do === 'leave') {
            const id = pick(world.waiting.keys(), step.which);
            if (id) world.leave(id);
          } else if (step.do === 'time') {
            for (let second = 0; second < step.which; second += 1) look();
          }
          look(step.do === 'kill');

          const open = [...world.offers.values()].map(({ conversationId }) => conversationId);
          expect(new Set(open).size).toBe(open.length);
          const asked = [...world.offers.values()].map(({ agentId }) => agentId);
          expect(new Set(asked).size).toBe(asked.length);
          for (const agent of world.people.values()) {
            for (const kind of ['chats', 'messages', 'calls'] as const) {
              const offered = [...world.offers.values()].filter((offer) => offer.agentId === agent.id && offer.kind === kind).length;
              expect(world.load(agent.id)[kind] + offered).toBeLessThanOrEqual(agent.capacity[kind]);
            }
          }
          for (const [id, agentId] of taken) expect(world.had.get(id)?.agentId).toBe(agentId);
        }
      }),
      { numRuns: 300 },
    );
  });
});
