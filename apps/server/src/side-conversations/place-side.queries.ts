import type { MailHints } from '../channels/email/mail-hints.types.ts';
import { bareSubject, sideMessageOfMailId, sideMessageOfPlusAddress } from '../channels/email/message-ids.rules.ts';
import type { Call } from '../channels/port/call.types.ts';
import type { Tx } from '../platform/db/db.ts';
import { addressIn } from './recipients.rules.ts';
import type { SideRow } from './side-conversations.types.ts';

export type SidePlace = { sideId: string; joinedBy: 'token' | 'references' | 'guess' };

const GUESS_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * The side conversation that a mail over an inbox belongs to: by our signed mark, which only this inbox can have made; by the names of mails known in
 * one; or, from a proven address that was written to, by its subject, marked as the guess it is. Null for everybody else's mail.
 */
export async function placeSide(
  tx: Tx,
  { inbox }: Call,
  hints: MailHints,
  from: { verified: boolean; at: Date },
): Promise<SidePlace | null> {
  const { references, addresses } = hints;
  const marked = [
    ...references.map((one) => sideMessageOfMailId(inbox.key, one)),
    ...addresses.map((one) => sideMessageOfPlusAddress(inbox.key, one)),
  ].filter((id) => id !== null);
  const byToken = marked.length > 0 ? await sideWith(tx, inbox, 'id', marked) : null;
  if (byToken) return { sideId: byToken, joinedBy: 'token' };
  const known = references.length > 0 ? await sideWith(tx, inbox, 'external_id', references) : null;
  if (known) return { sideId: known, joinedBy: 'references' };
  const alike = from.verified ? await byLikeness(tx, inbox, hints, from.at) : null;
  return alike === null ? null : { sideId: alike, joinedBy: 'guess' };
}

async function sideWith(tx: Tx, inbox: Call['inbox'], column: 'id' | 'external_id', values: readonly string[]): Promise<string | null> {
  const row = await tx
    .selectFrom('side_messages')
    .select('side_id')
    .where('workspace_id', '=', inbox.workspaceId)
    .where('inbox_id', '=', inbox.id)
    .where(column, 'in', [...values])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.side_id ?? null;
}

/** Only what answers something: a new mail of somebody who was once asked is a matter of its own. */
async function byLikeness(tx: Tx, inbox: Call['inbox'], { from, subject }: MailHints, at: Date): Promise<string | null> {
  const wanted = bareSubject(subject);
  if (wanted.length < 4 || wanted === subject.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()) return null;
  const rows: Pick<SideRow, 'id' | 'subject' | 'to_addresses' | 'cc_addresses'>[] = await tx
    .selectFrom('side_conversations')
    .select(['id', 'subject', 'to_addresses', 'cc_addresses'])
    .where('workspace_id', '=', inbox.workspaceId)
    .where('inbox_id', '=', inbox.id)
    .where('last_at', '>=', new Date(at.getTime() - GUESS_DAYS * DAY_MS))
    .orderBy('last_at', 'desc')
    .limit(200)
    .execute();
  const fitting = rows.filter(
    (row) => bareSubject(row.subject) === wanted && [...row.to_addresses, ...row.cc_addresses].some((one) => addressIn(one) === from),
  );
  // Two that fit are no guess but a toss-up.
  return fitting.length === 1 ? fitting[0]!.id : null;
}
