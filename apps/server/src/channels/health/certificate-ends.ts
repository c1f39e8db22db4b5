import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/** Among an inbox's notes: until when the certificate of the door is good that its mail comes in by. ISO 8601; '' where there is none. */
export const CERTIFICATE_ENDS = 'certificateEnds';

/** The same as a time, of the health `h` of an inbox. */
export const certificateEndsAt = sql<Date | null>`nullif(h.notes->>${CERTIFICATE_ENDS}::text, '')::timestamptz`;

/** The same of one inbox. */
export async function certificateEndsOf(tx: Tx, workspaceId: string, inboxId: string): Promise<Date | null> {
  const { rows } = await sql<{ ends: Date | string | null }>`
    select ${certificateEndsAt} as ends from inbox_health h where h.workspace_id = ${workspaceId} and h.inbox_id = ${inboxId}`.execute(tx);
  const ends = rows[0]?.ends;
  return ends ? new Date(ends) : null;
}

/** What a channel tells of it, to be kept among the notes; null takes it back. */
export const certificateNote = (ends: Date | null): Record<string, string> => ({ [CERTIFICATE_ENDS]: ends?.toISOString() ?? '' });
