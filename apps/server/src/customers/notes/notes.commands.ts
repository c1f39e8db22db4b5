import type { CustomerNote } from '@madoguchi/contract/customer-notes.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { customerNoteChanged, customerNoted } from '../customers.events.ts';
import { personOf } from '../people/people.queries.ts';
import type { CustomerNotesTable } from './notes.tables.ts';

const present = (row: Selectable<CustomerNotesTable>): CustomerNote => ({
  id: row.id,
  text: row.text,
  author: { id: row.author_id, name: row.author_name },
  at: row.created_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
});

/** Notes on everybody who is this person, the latest first. @throws notFound */
export async function listNotes(ctx: Ctx, customerId: string): Promise<CustomerNote[]> {
  return ctx.transaction(async (tx) => {
    const person = await personOf(tx, ctx.viewer.workspaceId, customerId);
    if (!person) throw notFound();
    const rows = await tx
      .selectFrom('customer_notes')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('customer_id', 'in', person.ids)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute();
    return rows.map(present);
  });
}

/** @throws notFound for somebody who is not there or was erased */
export async function addNote(ctx: Ctx, customerId: string, text: string): Promise<CustomerNote> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const person = await personOf(tx, workspace_id, customerId);
    const there = await tx
      .selectFrom('customers')
      .select('id')
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', person?.id ?? '')
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (!there) throw notFound();
    const author = { author_id: ctx.actor.id, author_name: ctx.actor.name };
    const row = await tx
      .insertInto('customer_notes')
      .values({ workspace_id, id: newId('cnt'), customer_id: there.id, text, ...author, created_at: ctx.clock.now(), edited_at: null })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, customerNoted({ customerId: there.id, noteId: row.id }), { customerId: there.id });
    return present(row);
  });
}

/** @throws notFound */
export async function editNote(ctx: Ctx, id: string, text: string): Promise<CustomerNote> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable('customer_notes')
      .set({ text, edited_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw notFound();
    const { customer_id: customerId } = row;
    await ctx.append(tx, customerNoteChanged({ customerId, noteId: id, removed: false }), { customerId });
    return present(row);
  });
}

/** @throws notFound */
export async function deleteNote(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .deleteFrom('customer_notes')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('customer_id')
      .executeTakeFirst();
    if (!row) throw notFound();
    const { customer_id: customerId } = row;
    await ctx.append(tx, customerNoteChanged({ customerId, noteId: id, removed: true }), { customerId });
  });
}
