import { sql } from 'kysely';
import { forgetUndo } from '../../conversations/bulk/undo-bulk.commands.ts';
import { setStatus } from '../../conversations/commands/manage.ts';
import { personOf } from '../../customers/people/people.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { personHeld } from '../people.errors.ts';
import { customerErased } from '../people.events.ts';
import { isHeld } from '../retention/holds.queries.ts';

/**
 * Takes every word of and about a person away, with everybody who was merged into them: names, addresses, messages of both sides, files, notes,
 * what the bot and the filter learned of it. Ids, times and figures stay, so that reports still add up. It cannot be undone. Whoever writes from one of
 * their addresses later is somebody new. Again it changes nothing.
 * @throws notFound · person.held while a legal hold keeps it
 */
export async function erasePerson(ctx: Ctx, files: Files, customerId: string): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const { person, open } = await ctx.transaction(async (tx) => {
    const found = await personOf(tx, workspaceId, customerId);
    if (!found) throw notFound();
    if (await isHeld(tx, workspaceId, found.ids)) throw personHeld();
    const rows = await tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('customer_id', 'in', found.ids)
      .where('status', '!=', 'closed')
      .execute();
    return { person: found, open: rows.map(({ id }) => id) };
  });
  // Closed as by hand, so that queues, promises and screens hear of it.
  for (const id of open) await setStatus(ctx, id, 'closed');
  await ctx.transaction(async (tx) => {
    await forgetUndo(ctx, tx, person.ids);
    const { rows } = await sql<{ files: string[] }>`select erase_people(${person.ids}::text[]) as files`.execute(tx);
    const gone = rows[0]?.files ?? [];
    await ctx.append(tx, customerErased({ customerIds: person.ids, files: gone.length }), { customerId: person.id });
    tx.afterCommit(() => void Promise.all(gone.map((id) => files.remove(`${workspaceId}/${id}`))));
  });
}
