import type { AutomationRun } from '@madoguchi/contract/automation.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';

/** Nobody reads further back in one conversation. */
const MOST = 200;

const runsOf = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('automation_runs as r')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.conversation_id'))
    .leftJoin('automation_rules as a', (join) => join.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.rule_id'))
    .selectAll('r')
    .select(['c.number', 'c.subject', 'a.id as standing'])
    .where('r.workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof runsOf>['execute']>>[number];

const present = (row: Row): AutomationRun => ({
  id: row.id,
  rule: { id: row.rule_id, name: row.rule_name, version: row.rule_version, exists: row.standing !== null },
  conversation: { id: row.conversation_id, number: row.number, subject: row.subject },
  at: row.at.toISOString(),
  when: row.occasion,
  because: row.because,
  actions: row.actions,
  outcomes: row.outcomes,
  afterRule: row.after_rule,
  undoable: row.item !== null && row.undone_at === null,
  undone: row.undone_at ? { at: row.undone_at.toISOString(), by: row.undone_by ?? '' } : null,
});

/** What rules did in a conversation, the latest first. */
export const runsInConversation = async (ctx: Ctx, tx: Tx, conversationId: string): Promise<AutomationRun[]> =>
  (await runsOf(ctx, tx).where('r.conversation_id', '=', conversationId).limit(MOST).execute()).map(present);

/** What a rule did in conversations that the viewer sees, the latest first. */
export async function runsOfRule(ctx: Ctx, tx: Tx, ruleId: string, { cursor, limit }: { cursor?: string; limit: number }) {
  const after = readKeyset(cursor);
  const rows = await runsOf(ctx, tx)
    .where('r.rule_id', '=', ruleId)
    .$if(after !== null, (query) => query.where(sql<boolean>`(r.at, r.id) < (${after?.at}, ${after?.id})`))
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(present), nextCursor: last ? keysetOf(last.at, last.id) : null };
}

/** @throws notFound */
export async function readRun(ctx: Ctx, tx: Tx, id: string): Promise<AutomationRun> {
  const row = await runsOf(ctx, tx).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return present(row);
}
