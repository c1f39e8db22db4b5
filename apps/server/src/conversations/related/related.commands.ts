import type { Relation } from '@madoguchi/contract/related.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockConversation, subjectsOf } from '../commands/lock.ts';
import { relatedRefused } from '../conversations.errors.ts';
import { conversationLinked, conversationUnlinked } from '../conversations.events.ts';
import { linksAbove } from './related.queries.ts';
import { type Link, linkFault, linkOf, relationTo } from './related.rules.ts';

/** Says what another conversation is to this one; linked otherwise before, the later word counts; the same again changes nothing. @throws notFound · related.* */
export async function relate(ctx: Ctx, id: string, otherId: string, relation: Relation): Promise<void> {
  const link = linkOf(id, otherId, relation);
  await ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    // One at a time: two that are right by themselves can be a circle together.
    await sql`select pg_advisory_xact_lock(hashtext(${`links:${workspaceId}`}))`.execute(tx);
    await bothSeen(ctx, tx, link);
    const fault = linkFault(link, await linksAbove(tx, workspaceId, link));
    if (fault) throw relatedRefused[fault]();
    const before = await linkBetween(ctx, tx, link);
    if (before?.kind === link.kind && before.one_id === link.one) return;
    if (before) await remove(ctx, tx, before.id);
    const linkId = newId('lnk');
    await tx
      .insertInto('conversation_links')
      .values({
        workspace_id: workspaceId,
        id: linkId,
        one_id: link.one,
        other_id: link.other,
        kind: link.kind,
        linked_by: ctx.actor.name,
        linked_at: ctx.clock.now(),
      })
      .execute();
    await tell(ctx, tx, linkId, link, conversationLinked);
  });
}

/** Takes a link away. @throws notFound */
export async function unrelate(ctx: Ctx, linkId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .deleteFrom('conversation_links')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', linkId)
      .returning(['one_id', 'other_id', 'kind'])
      .executeTakeFirst();
    if (!row) throw notFound();
    await tell(ctx, tx, linkId, { one: row.one_id, other: row.other_id, kind: row.kind }, conversationUnlinked);
  });
}

/** Both are the viewer's to see. @throws notFound */
async function bothSeen(ctx: Ctx, tx: Tx, { one, other }: Link): Promise<void> {
  for (const id of [one, other].sort()) await lockConversation(ctx, tx, id);
}

const linkBetween = (ctx: Ctx, tx: Tx, { one, other }: Link) =>
  tx
    .selectFrom('conversation_links')
    .select(['id', 'one_id', 'kind'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where((eb) =>
      eb.or([eb.and([eb('one_id', '=', one), eb('other_id', '=', other)]), eb.and([eb('one_id', '=', other), eb('other_id', '=', one)])]),
    )
    .executeTakeFirst();

const remove = (ctx: Ctx, tx: Tx, linkId: string) =>
  tx.deleteFrom('conversation_links').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', linkId).execute();

/** Told in both, each in its own words. */
async function tell(
  ctx: Ctx,
  tx: Tx,
  linkId: string,
  link: Link,
  fact: typeof conversationLinked | typeof conversationUnlinked,
): Promise<void> {
  const [one, other] = [await lockConversation(ctx, tx, link.one), await lockConversation(ctx, tx, link.other)];
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const)
    await ctx.append(
      tx,
      fact({ linkId, relation: relationTo(here.id, link), otherId: there.id, otherNumber: Number(there.number) }),
      subjectsOf(here),
    );
}
