import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { runUndone } from '../rules/rules.events.ts';
import type { Chain } from './runs.types.ts';

/** Nobody's doing, a person's, or time's. */
export const NO_CHAIN: Chain = { ruleIds: [], lastName: null };

const isRun = (id: string | null): id is string => id?.startsWith('arn_') ?? false;

/** The rules behind whoever did something: a run acts under its own id. */
export async function chainOf(ctx: Ctx, tx: Tx, actorId: string | null): Promise<Chain> {
  if (!isRun(actorId)) return NO_CHAIN;
  const run = await tx
    .selectFrom('automation_runs')
    .select(['rule_id', 'rule_name', 'chain'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', actorId)
    .executeTakeFirst();
  return run ? { ruleIds: [...run.chain, run.rule_id], lastName: run.rule_name } : NO_CHAIN;
}

/**
 * The same for a fact. Who wrote a message is asked of the message: a job lets it go, in nobody's name. Whoever takes back what a rule did acts for
 * that rule, too: it must not do it again at once.
 */
export async function chainBehind(ctx: Ctx, tx: Tx, fact: LoggedFact): Promise<Chain> {
  const { messageId } = fact.data as { messageId?: string };
  if (isRun(fact.actor_id)) return chainOf(ctx, tx, fact.actor_id);
  if (messageId) return chainOf(ctx, tx, await authorOf(ctx, tx, messageId));
  return fact.actor_kind === 'agent' ? undoneWith(ctx, tx, fact) : NO_CHAIN;
}

async function authorOf(ctx: Ctx, tx: Tx, messageId: string): Promise<string | null> {
  const message = await tx
    .selectFrom('messages')
    .select('author_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return message?.author_id ?? null;
}

/** The rule whose run was taken back in the same transaction. */
async function undoneWith(ctx: Ctx, tx: Tx, { conversation_id, xid }: LoggedFact): Promise<Chain> {
  const undone = await tx
    .selectFrom('events')
    .select('data')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversation_id)
    .where('name', '=', runUndone.factName)
    .where('xid', '=', xid)
    .executeTakeFirst();
  const { ruleId, name } = (undone?.data ?? {}) as Partial<ReturnType<typeof runUndone>['data']>;
  return ruleId ? { ruleIds: [ruleId], lastName: name ?? null } : NO_CHAIN;
}
