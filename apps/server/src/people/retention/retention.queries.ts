import type { RetentionKind, RetentionRule } from '@madoguchi/contract/retention.ts';
import { retentionKind } from '@madoguchi/contract/retention.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/** Every kind, also those that are kept for ever. */
export async function retentionRules(tx: Tx, workspaceId: string): Promise<RetentionRule[]> {
  const rows = await tx.selectFrom('retention_rules').selectAll().where('workspace_id', '=', workspaceId).execute();
  return retentionKind.options.map((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return {
      kind,
      keep: row?.keep ?? null,
      firstRunAt: row?.first_run_at.toISOString() ?? null,
      setBy: row?.set_by ?? null,
      lastRunAt: row?.last_run_at?.toISOString() ?? null,
      lastTook: (row?.last_took ?? null) as RetentionRule['lastTook'],
    };
  });
}

type Preview = { count: number; messages: number; files: number; held: number };

/** What would go that was last touched before then, and what a hold keeps from going. */
export async function wouldGo(tx: Tx, workspaceId: string, kind: RetentionKind, before: Date): Promise<Preview> {
  const { rows } = await counting[kind](workspaceId, before).execute(tx);
  const { count = 0, messages = 0, files = 0, held = 0 } = rows[0] ?? {};
  return { count: Number(count), messages: Number(messages), files: Number(files), held: Number(held) };
}

type Counts = Partial<Record<keyof Preview, number>>;
const counting = {
  conversations: (ws: string, before: Date) => sql<Counts>`
    with old as (select c.id, is_held(c.workspace_id, c.id, c.customer_id) as held from conversations c where c.workspace_id = ${ws}
      and c.words_erased_at is null and c.merged_into is null and c.status in ('resolved', 'closed') and c.last_activity_at < ${before}),
    said as (select m.id from messages m join old on old.id = m.conversation_id and not old.held where m.workspace_id = ${ws})
    select (select count(*) from old where not held) as count, (select count(*) from old where held) as held, (select count(*) from said) as messages,
      (select count(*) from attachments a where a.workspace_id = ${ws} and a.message_id in (select id from said)) as files`,
  payloads: (ws: string, before: Date) =>
    sql<Counts>`select count(*) as count from payloads where workspace_id = ${ws} and state <> 'waiting' and received_at < ${before}`,
  searches: (ws: string, before: Date) =>
    sql<Counts>`select count(*) as count from help_searches where workspace_id = ${ws} and day < ${before.toISOString().slice(0, 10)}::date`,
  audit: (
    ws: string,
    before: Date,
  ) => sql<Counts>`select count(*) as count from events where workspace_id = ${ws} and conversation_id is null
    and customer_id is null and actor_kind in ('agent', 'api') and at < ${before}`,
} as const;
