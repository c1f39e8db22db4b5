import type { LegalHold } from '@madoguchi/contract/retention.ts';
import { personOf } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';

const MOST = 500;

/** What is held now, newest first. */
export async function standingHolds(tx: Tx, workspaceId: string): Promise<LegalHold[]> {
  const rows = await tx
    .selectFrom('legal_holds as h')
    .leftJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'h.workspace_id').onRef('u.id', '=', 'h.customer_id'))
    .leftJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'h.workspace_id').onRef('c.id', '=', 'h.conversation_id'))
    .select([
      'h.id',
      'h.reason',
      'h.placed_by',
      'h.placed_at',
      'u.id as customer_id',
      'u.name',
      'c.id as conversation_id',
      'c.number',
      'c.subject',
    ])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.lifted_at', 'is', null)
    .orderBy('h.placed_at', 'desc')
    .orderBy('h.id')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.name ?? '' },
    conversation: row.conversation_id === null ? null : { id: row.conversation_id, number: Number(row.number), subject: row.subject ?? '' },
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at.toISOString(),
  }));
}

/** Whether something keeps a person, or one of their conversations, from being erased. `ids`: everybody the person is. */
export async function isHeld(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('legal_holds as h')
    .leftJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'h.workspace_id').onRef('c.id', '=', 'h.conversation_id'))
    .select('h.id')
    .where('h.workspace_id', '=', workspaceId)
    .where('h.lifted_at', 'is', null)
    .where((eb) => eb.or([eb('h.customer_id', 'in', [...ids]), eb('c.customer_id', 'in', [...ids])]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same of one customer, with everybody they were merged with. @throws notFound */
export async function isPersonHeld(tx: Tx, workspaceId: string, customerId: string): Promise<boolean> {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) throw notFound();
  return isHeld(tx, workspaceId, person.ids);
}
