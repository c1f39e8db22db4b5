import { contractSynced, contractTurned } from '../commerce/commerce.events.ts';
import {
  conversationMarkedSpam,
  conversationPrioritized,
  conversationSplit,
  conversationTagged,
  conversationUnmarkedSpam,
  conversationUnsplit,
} from '../conversations/conversations.events.ts';
import { customerUpdated } from '../customers/customers.events.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { calendarCreated, calendarRemoved, calendarUpdated } from '../workspaces/hours/calendars.events.ts';
import { inboxUpdated, workspaceUpdated } from '../workspaces/workspaces.events.ts';
import { settle } from './clocks/settle.commands.ts';
import { policiesOf } from './policies/policies.queries.ts';
import { recomputeOfCustomer, recomputeSoon } from './recompute/recompute.commands.ts';
import { policiesOrdered, policyCreated, policyRemoved, policyUpdated } from './sla.events.ts';
import { isFolded } from './standing/standing.queries.ts';
import { FOLDED } from './standing/standing.rules.ts';

/** Facts after which another policy may count, or other messages. */
const CHOOSING = [
  conversationTagged.factName,
  conversationPrioritized.factName,
  conversationMarkedSpam.factName,
  conversationUnmarkedSpam.factName,
  'conversation.line_added',
  'conversation.merged',
  'conversation.unmerged',
  conversationSplit.factName,
  conversationUnsplit.factName,
];

/** Settings after which open promises are due at other times. */
const MOVING = [
  calendarCreated.factName,
  calendarUpdated.factName,
  calendarRemoved.factName,
  policyCreated.factName,
  policyUpdated.factName,
  policyRemoved.factName,
  policiesOrdered.factName,
  contractSynced.factName,
  contractTurned.factName,
];

const each = <H>(names: readonly string[], handle: H): Record<string, H> => Object.fromEntries(names.map((name) => [name, handle]));

/** Keeps the promises of every conversation up with what happens in it, and with the settings they rest on. */
export const slaReader = (): Reader => {
  const promisesNothing = async (ctx: Ctx) => (await policiesOf(ctx)).length === 0;
  const follow = async (ctx: Ctx, { conversation_id, position }: LoggedFact) => {
    if (!conversation_id || (await promisesNothing(ctx)) || (await isFolded(ctx, conversation_id, position))) return;
    await settle(ctx, conversation_id);
  };
  const choose = async (ctx: Ctx, { conversation_id }: LoggedFact) => {
    if (conversation_id && !(await promisesNothing(ctx))) await settle(ctx, conversation_id);
  };
  return reader('sla', {
    ...each(FOLDED, follow),
    ...each(CHOOSING, choose),
    ...each(MOVING, recomputeSoon),
    [workspaceUpdated.factName]: async (ctx, fact) => {
      const { changed } = fact.data as ReturnType<typeof workspaceUpdated>['data'];
      if (changed.includes('businessHours') || changed.includes('timezone')) await recomputeSoon(ctx);
    },
    [inboxUpdated.factName]: async (ctx, fact) => {
      if ((fact.data as ReturnType<typeof inboxUpdated>['data']).changed.includes('brandId')) await recomputeSoon(ctx);
    },
    [customerUpdated.factName]: async (ctx, fact) => {
      if (await promisesNothing(ctx)) return;
      await recomputeOfCustomer(ctx, (fact.data as ReturnType<typeof customerUpdated>['data']).customerId);
    },
  });
};
