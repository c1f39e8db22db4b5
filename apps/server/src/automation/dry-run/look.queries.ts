import { sql } from 'kysely';
import { subjectOf } from '../../conversations/conversations.rules.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { type Asked, askedBy } from '../conditions/asked.rules.ts';
import { knownOf } from '../conditions/known.queries.ts';
import type { Asking } from './dry-runs.tables.ts';
import { beginningOf, FOLDED, momentsOf } from './history.rules.ts';
import type { Past } from './history.types.ts';
import { type Hit, hitsOf } from './replay.rules.ts';

export const PAGE = 200;

/** The next conversations that were active since then, the latest first. */
export const nextPage = (ctx: Ctx, tx: Tx, since: Date, after: { at: string; id: string } | null): Promise<ConversationRow[]> =>
  tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('last_activity_at', '>=', since)
    .$if(after !== null, (query) => query.where(sql<boolean>`(last_activity_at, id) < (${after?.at}::timestamptz, ${after?.id})`))
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE)
    .execute();

type Stretch = { from: Date; to: Date };

/** When a rule would have acted in these conversations; those where it would not have are left out. */
export async function hitsIn(
  ctx: Ctx,
  tx: Tx,
  rule: Asking,
  rows: readonly ConversationRow[],
  stretch: Stretch,
): Promise<Map<string, Hit[]>> {
  const hits = new Map<string, Hit[]>();
  if (rows.length === 0) return hits;
  const asked = askedBy([rule.conditions]);
  const known = await knownOf(ctx, tx, rows, asked);
  const facts = await factsOf(ctx, tx, rows);
  const words = await wordsOf(ctx, tx, rows, asked);
  for (const row of rows) {
    const own = facts.get(row.id) ?? [];
    const said = words.get(row.id) ?? new Map<string, string>();
    const [firstWords = ''] = said.values();
    const moments = momentsOf(own, beginningOf(own, row, subjectOf(firstWords)), said);
    const found = hitsOf(rule, moments, known.get(row.id)!, stretch);
    if (found.length > 0) hits.set(row.id, found);
  }
  return hits;
}

const idsOf = (rows: readonly ConversationRow[]) => rows.map(({ id }) => id);

async function factsOf(ctx: Ctx, tx: Tx, rows: readonly ConversationRow[]): Promise<Map<string, Past[]>> {
  const facts = await tx
    .selectFrom('events')
    .select(['conversation_id', 'name', 'data', 'at', 'xid', 'position'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', 'in', idsOf(rows))
    .where('name', 'in', FOLDED)
    .orderBy('position')
    .execute();
  const byConversation = new Map<string, Past[]>();
  for (const { conversation_id, ...fact } of facts) {
    const own = byConversation.get(conversation_id!);
    if (own) own.push(fact);
    else byConversation.set(conversation_id!, [fact]);
  }
  return byConversation;
}

/** What customers wrote, by message, where a rule asks for it. */
async function wordsOf(ctx: Ctx, tx: Tx, rows: readonly ConversationRow[], { fields }: Asked): Promise<Map<string, Map<string, string>>> {
  const byConversation = new Map<string, Map<string, string>>();
  if (!fields.has('text') && !fields.has('subject')) return byConversation;
  const messages = await tx
    .selectFrom('messages')
    .select(['id', 'conversation_id', 'text'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', 'in', idsOf(rows))
    .where('author_kind', '=', 'customer')
    .orderBy('seq')
    .execute();
  for (const { id, conversation_id, text } of messages) {
    const own = byConversation.get(conversation_id) ?? new Map<string, string>();
    byConversation.set(conversation_id, own.set(id, text));
  }
  return byConversation;
}
