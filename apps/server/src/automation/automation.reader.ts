import type { Ctx } from '../platform/ctx.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { type Handler, type Reader, reader } from '../platform/event-log/reader.ts';
import { calendarCreated, calendarRemoved, calendarUpdated } from '../workspaces/hours/calendars.events.ts';
import { workspaceUpdated } from '../workspaces/workspaces.events.ts';
import { activeRules } from './rules/active.queries.ts';
import { OCCASIONS } from './rules/occasions.rules.ts';
import { answerFact } from './runs/answer.commands.ts';
import type { AutomationDeps } from './runs/apply.commands.ts';
import { armConversation, timersOf } from './timers/arm.commands.ts';
import { armAnew } from './timers/arm-anew.commands.ts';

/** Facts after which a wait may begin that was none before. */
const BEGINS = [
  ...['conversation.opened', 'conversation.reopened', 'conversation.handed_off', 'conversation.assigned', 'conversation.awaits_customer'],
  ...['conversation.resolved', 'conversation.woken', 'conversation.unmerged', 'conversation.unsplit', 'conversation.split'],
  ...['conversation.unmarked_spam', 'message.received', 'message.sent', 'message.held'],
];

const each = (names: readonly string[], handle: Handler): Record<string, Handler> =>
  Object.fromEntries(names.map((name) => [name, handle]));

/** Lets rules act on what happens in conversations, and notes what those of time wait for. */
export function automationReader(deps: AutomationDeps): Reader {
  const begins = new Set(BEGINS);
  const follow = async (ctx: Ctx, fact: LoggedFact) => {
    const rules = await activeRules(ctx);
    if (rules.length === 0 || !fact.conversation_id) return;
    await answerFact(ctx, deps, rules, fact);
    const timers = timersOf(rules);
    if (timers.length > 0 && begins.has(fact.name)) await arm(ctx, timers, fact.conversation_id);
  };
  return reader('automation', {
    ...each([...OCCASIONS, ...BEGINS], follow),
    ...each([calendarCreated.factName, calendarUpdated.factName, calendarRemoved.factName], armAnew),
    [workspaceUpdated.factName]: async (ctx, fact) => {
      const { changed } = fact.data as ReturnType<typeof workspaceUpdated>['data'];
      if (changed.includes('businessHours') || changed.includes('timezone')) await armAnew(ctx);
    },
  });
}

const arm = (ctx: Ctx, timers: ReturnType<typeof timersOf>, conversationId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('conversations')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirst();
    if (row) await armConversation(ctx, tx, timers, row);
  });
