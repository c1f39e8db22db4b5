// Pure: who may get a conversation, and who of them first.
import type { Reason } from '@madoguchi/contract/routing.ts';
import type { Candidate, Capacity, ChannelClass, QueueRule, Waiting } from '../routing.types.ts';

/** What a conversation asks of whoever gets it. */
export type Wanted = Pick<Waiting, 'inboxId' | 'kind' | 'language' | 'tier' | 'teamId'>;
type Rule = Pick<QueueRule, 'teamIds' | 'agentIds' | 'skills' | 'tier' | 'honorsLanguage'>;

const because = (code: string, values: Reason['values'] = {}): Reason => ({ code, values });

/** Whether a queue may give to an agent at all, whatever their skills: named itself, in one of its teams, or it names nobody. */
const isOf = ({ teamIds, agentIds }: Rule, { id, teamIds: own }: Candidate): boolean =>
  (teamIds.length === 0 && agentIds.length === 0) || agentIds.includes(id) || own.some((team) => teamIds.includes(team));

/** What stands against it for good, as long as neither the queue nor the agent changes; empty: nothing. */
export function unfitFor(wanted: Wanted, rule: Rule, agent: Candidate): Reason[] {
  const tier = Math.max(rule.tier, wanted.tier);
  const against: Reason[] = [];
  if (agent.inboxes !== 'all' && !agent.inboxes.includes(wanted.inboxId)) against.push(because('sees_not_inbox'));
  if (!isOf(rule, agent)) against.push(because('not_of_queue'));
  if (wanted.teamId !== null && !agent.teamIds.includes(wanted.teamId)) against.push(because('not_of_team'));
  if (agent.tier < tier) against.push(because('tier_too_low', { tier: agent.tier, wanted: tier }));
  if (rule.honorsLanguage && !agent.languages.includes(wanted.language)) against.push(because('language', { language: wanted.language }));
  for (const [skillId, wish] of Object.entries(rule.skills)) {
    const level = agent.skills[skillId] ?? 0;
    if (level < wish) against.push(because('skill_too_low', { skillId, level, wanted: wish }));
  }
  if (agent.capacity[wanted.kind] === 0) against.push(because('never_this_class', { kind: wanted.kind }));
  return against;
}

/** What stands against it just now. `taken`: what they have, and what is offered to them. `isAsked`: they have an offer to answer first. */
export function notNow(agent: Candidate, kind: ChannelClass, taken: Capacity, isAsked = false): Reason[] {
  if (!agent.available) return [because('not_available')];
  if (isAsked) return [because('is_asked')];
  if (taken[kind] >= agent.capacity[kind]) return [because('no_room', { kind, at: taken[kind], most: agent.capacity[kind] })];
  return [];
}

/** The levels in what a queue asks for: the more, the better the match. */
export const matchOf = ({ skills }: Rule, agent: Candidate): number =>
  Object.keys(skills).reduce((sum, skillId) => sum + (agent.skills[skillId] ?? 0), 0);

const fill = ({ capacity }: Candidate, kind: ChannelClass, taken: Capacity): number => taken[kind] / capacity[kind];

/** Skill match → least loaded → longest idle; the id, so that there is an order in any case. */
export const better =
  (rule: Rule, kind: ChannelClass, takenBy: (agentId: string) => Capacity) =>
  (a: Candidate, b: Candidate): number =>
    matchOf(rule, b) - matchOf(rule, a) ||
    fill(a, kind, takenBy(a.id)) - fill(b, kind, takenBy(b.id)) ||
    a.idleSince - b.idleSince ||
    (a.id < b.id ? -1 : 1);

/** What speaks for the one who was chosen. */
export function whyThem(rule: Rule, kind: ChannelClass, agent: Candidate, taken: Capacity, knowsCustomer: boolean): Reason[] {
  const why: Reason[] = [];
  if (knowsCustomer) why.push(because('knows_customer'));
  for (const skillId of Object.keys(rule.skills)) why.push(because('skill', { skillId, level: agent.skills[skillId] ?? 0 }));
  why.push(because('room', { kind, at: taken[kind], most: agent.capacity[kind] }));
  return why;
}
