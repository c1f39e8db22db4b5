import { isDeepStrictEqual } from 'node:util';
import type { Priority } from '@madoguchi/contract/conversations.ts';
import { setDue } from '../../conversations/commands/due.ts';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { choosePolicy } from '../policies/choose.rules.ts';
import { type CountingPolicy, policiesOf } from '../policies/policies.queries.ts';
import { dueChanged, policyApplied } from '../sla.events.ts';
import { foldOn, keptOf } from '../standing/standing.queries.ts';
import { agreeing, withoutOldAsks } from '../standing/standing.rules.ts';
import type { Standing } from '../standing/standing.types.ts';
import { FRESH, isShown, lookAgain } from './clock-rows.rules.ts';
import { type Calendar, minutesFor, outlookOf, owedBy } from './clocks.rules.ts';
import { clocksOf, dropClock, type KeptClock, keepClock } from './clocks.store.ts';
import { factOf } from './news.rules.ts';
import { subjectOf } from './subject.queries.ts';

/**
 * Brings what is promised in a conversation up to the present: folds the facts that came since, chooses the policy, moves its clocks and
 * writes down what is news. As often as one likes: nothing is told twice. @throws notFound
 */
export async function settle(ctx: Ctx, conversationId: string): Promise<void> {
  const policies = await policiesOf(ctx);
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const kept = await keptOf(ctx, tx, conversationId);
    const { subject, contract } = await subjectOf(ctx, tx, conversation);
    const policy = isOwed(conversation) ? choosePolicy(policies, subject) : null;
    if (!policy && kept.isNew) return;

    const told = await foldOn(ctx, tx, conversationId, kept);
    const since = conversation.resolved_at ?? conversation.last_activity_at;
    const standing = agreeing(told.standing, conversation.status as Standing['status'], since);
    const calendar = await hoursOf(ctx, tx, conversation.inbox_id, contract);
    const { clocks, facts } = await renewClocks(ctx, tx, conversation, { standing, policy, calendar });
    if ((policy?.id ?? null) !== kept.policyId) facts.unshift(policyApplied({ policyId: policy?.id ?? null }));
    await keepState(ctx, tx, conversation, { state: withoutOldAsks(standing), position: told.position, policy_id: policy?.id ?? null });

    const soonest = clocks.filter(isShown).sort((a, b) => a.dueAt! - b.dueAt!)[0];
    const due = soonest && { at: new Date(soonest.dueAt!), warnAt: new Date(soonest.warnAt ?? soonest.dueAt!), promise: soonest.promise };
    const moved = await setDue(ctx, tx, conversation, due ?? null);
    if (moved && facts.length === 0) facts.push(dueChanged({ dueAt: due?.at.toISOString() ?? null, promise: soonest?.promise ?? null }));
    if (facts.length > 0) await ctx.append(tx, facts, subjectsOf(conversation));
  });
}

/** Nobody is owed anything for spam, nor in a conversation that went on in another one. */
const isOwed = ({ merged_into, turn }: ConversationRow): boolean => merged_into === null && turn !== 'spam';

type Given = { standing: Standing; policy: CountingPolicy | null; calendar: Calendar };

async function renewClocks(ctx: Ctx, tx: Tx, conversation: ConversationRow, { standing, policy, calendar }: Given) {
  const now = ctx.clock.now().getTime();
  const before = await clocksOf(ctx, tx, conversation.id);
  const facts: Fact[] = [];
  const clocks: KeptClock[] = [];
  const seen = new Set<KeptClock>();
  for (const owed of policy ? owedBy(standing, policy) : []) {
    const minutes = minutesFor(policy!.targets, owed.promise, conversation.priority as Priority);
    if (minutes === null) continue;
    const was = before.find(({ promise, round }) => promise === owed.promise && round === owed.round);
    if (was) seen.add(was);
    const outlook = outlookOf(owed, { minutes, time: policy!.targets[owed.promise]!.time, warnAt: policy!.warnAt }, calendar, now);
    const wasOver = owed.end?.at ?? outlook.due ?? now;
    if (!was && wasOver < policy!.countsSince.getTime()) continue;
    const { row, news } = lookAgain(was ?? FRESH, owed, outlook, now);
    const base = { promise: owed.promise, round: owed.round, startedAt: owed.from };
    const isFinal = was !== undefined && row === was;
    const clock: KeptClock = isFinal ? was : { ...base, ...row, policyId: policy!.id, minutes };
    clocks.push(clock);
    facts.push(...news.map((one) => factOf(one, clock, policy!)));
    if (!was || !isDeepStrictEqual(was, clock))
      await keepClock(ctx, tx, { conversationId: conversation.id, inboxId: conversation.inbox_id }, clock);
  }
  for (const gone of before.filter((clock) => !seen.has(clock))) await letGo(ctx, tx, conversation, standing, gone, now);
  return { clocks, facts };
}

/** A clock that no policy asks for now: what was broken or kept is remembered, what still ran never was. */
async function letGo(ctx: Ctx, tx: Tx, { id, inbox_id }: ConversationRow, standing: Standing, clock: KeptClock, now: number) {
  const isPastRound = clock.promise === 'next_response' && clock.round < standing.asksBefore + 2;
  if (isPastRound || clock.endedAt !== null || clock.metAt !== null) return;
  if (clock.breachedAt === null) await dropClock(ctx, tx, id, clock);
  else await keepClock(ctx, tx, { conversationId: id, inboxId: inbox_id }, { ...clock, endedAt: now });
}

async function keepState(
  ctx: Ctx,
  tx: Tx,
  { id, inbox_id }: ConversationRow,
  row: { state: Standing; position: number; policy_id: string | null },
) {
  await tx
    .insertInto('sla_states')
    .values({ workspace_id: ctx.viewer.workspaceId, conversation_id: id, inbox_id, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'conversation_id']).doUpdateSet(row))
    .execute();
}
