import type { SpamBlock } from '@madoguchi/contract/spam.ts';
import { sql } from 'kysely';
import { markSpamIn, unmarkSpamIn } from '../../conversations/commands/spam.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { blockEverybody, blockInvalid, blockOwn, blockTooMany } from '../spam.errors.ts';
import { senderBlocked, senderUnblocked } from '../spam.events.ts';
import { type BlockKind, blockValue, entriesFor, isEverybodys } from './block.rules.ts';
import { presentBlock } from './blocks.queries.ts';

const MOST_BLOCKS = 5000;
/** More conversations than this are not moved at once; the rest become spam when their senders write again. */
const MOST_MOVED = 500;

type Wish = { kind: BlockKind; value: string; because: string };

/**
 * Puts a sender on the block list. What is open from them becomes spam, as far as the viewer sees it. The same again is the entry that is there.
 * @returns the entry, and how many conversations it moved
 * @throws blockInvalid · blockOwn · blockEverybody · blockTooMany
 */
export async function addBlock(ctx: Ctx, wish: Wish): Promise<{ block: SpamBlock; moved: number }> {
  const value = await blockable(ctx, wish);
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    // Two who block the same one at once agree on one entry.
    await sql`select from workspaces where workspace_id = ${workspace_id} for no key update`.execute(tx);
    const there = await tx
      .selectFrom('spam_blocks')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('kind', '=', wish.kind)
      .where('value', '=', value)
      .executeTakeFirst();
    if (!there) await refuseTooMany(ctx, tx);
    const row =
      there ??
      (await tx
        .insertInto('spam_blocks')
        .values({
          workspace_id,
          id: newId('blk'),
          kind: wish.kind,
          value,
          because: wish.because.trim(),
          agent_id: ctx.actor.id,
          agent_name: ctx.actor.name,
          created_at: ctx.clock.now(),
        })
        .returningAll()
        .executeTakeFirstOrThrow());
    if (!there) await ctx.append(tx, senderBlocked({ blockId: row.id, kind: row.kind }));
    const open = await openFrom(ctx, tx, wish.kind, value);
    const block = { id: row.id, kind: row.kind, value };
    for (const conversation of open)
      await markSpamIn(ctx, tx, conversation, { by: 'block_list', score: null, words: [], signs: [], block });
    return {
      block: presentBlock({ ...row, hits: open.length, last_hit_at: open.length > 0 ? ctx.clock.now() : null }),
      moved: open.length,
    };
  });
}

/** What would be on the list. @throws blockInvalid · blockOwn · blockEverybody */
export async function blockable(ctx: Ctx, { kind, value: given }: Pick<Wish, 'kind' | 'value'>): Promise<string> {
  const value = blockValue(kind, given);
  if (value === null) throw blockInvalid();
  if (kind === 'domain' && isEverybodys(value)) throw blockEverybody();
  if (await ctx.transaction((tx) => isOurs(ctx, tx, kind, value))) throw blockOwn();
  return value;
}

/**
 * Takes an entry off the list.
 * @param release what became spam by it is none any more
 * @throws notFound, also for one that is gone already
 */
export async function removeBlock(ctx: Ctx, id: string, release: boolean): Promise<void> {
  await ctx.transaction((tx) => removeIn(ctx, tx, id, release));
}

/** Takes the entries off that are about this very sender, and not about a whole domain. */
export async function unblockSender(ctx: Ctx, sender: { kind: string; value: string }): Promise<void> {
  const [exact] = entriesFor(sender);
  await ctx.transaction(async (tx) => {
    const rows = await tx
      .selectFrom('spam_blocks')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('kind', '=', exact!.kind)
      .where('value', '=', exact!.value)
      .execute();
    for (const { id } of rows) await removeIn(ctx, tx, id, true);
  });
}

async function removeIn(ctx: Ctx, tx: Tx, id: string, release: boolean): Promise<void> {
  const removed = await tx
    .deleteFrom('spam_blocks')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returning('kind')
    .executeTakeFirst();
  if (!removed) throw notFound();
  await ctx.append(tx, senderUnblocked({ blockId: id, kind: removed.kind }));
  if (!release) return;
  const conversations = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('turn', '=', 'spam')
    .where('spam_by', '=', 'block_list')
    .where(sql<boolean>`spam_because -> 'block' ->> 'id' = ${id}`)
    .orderBy('id')
    .limit(MOST_MOVED)
    .forNoKeyUpdate()
    .execute();
  for (const conversation of conversations) await unmarkSpamIn(ctx, tx, conversation);
}

/** Agents' own addresses and the domains they are at: what comes from there is a colleague's, or the company's own mail. */
async function isOurs(ctx: Ctx, tx: Tx, kind: BlockKind, value: string): Promise<boolean> {
  if (kind !== 'email' && kind !== 'domain') return false;
  const agents = await tx.selectFrom('agents').select('email').where('workspace_id', '=', ctx.viewer.workspaceId).execute();
  return agents.some(({ email }) =>
    entriesFor({ kind: 'email', value: email }).some((entry) => entry.kind === kind && entry.value === value),
  );
}

async function refuseTooMany(ctx: Ctx, tx: Tx): Promise<void> {
  const { count } = await tx
    .selectFrom('spam_blocks')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_BLOCKS) throw blockTooMany();
}

/** Open conversations whose customer has an identity that the entry is about. */
function openFrom(ctx: Ctx, tx: Tx, kind: BlockKind, value: string): Promise<ConversationRow[]> {
  const isIt =
    kind === 'domain'
      ? sql<boolean>`i.kind = 'email' and (lower(split_part(i.value, '@', 2)) = ${value} or lower(split_part(i.value, '@', 2)) like ${`%.${value.replace(/[\\%_]/g, '\\$&')}`})`
      : sql<boolean>`i.kind = ${kind} and ${kind === 'email' ? sql`lower(i.value)` : sql`i.value`} = ${value}`;
  return tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('status', 'in', ['open', 'waiting'])
    .where('turn', '<>', 'spam')
    .where('customer_id', 'in', (eb) =>
      eb.selectFrom('identities as i').select('i.customer_id').where('i.workspace_id', '=', ctx.viewer.workspaceId).where(isIt),
    )
    .orderBy('id')
    .limit(MOST_MOVED)
    .forNoKeyUpdate()
    .execute();
}
