import { sql } from 'kysely';
import type { Tx } from './db.ts';
import type { Viewer } from './viewer.ts';

/**
 * From here on a transaction works behind another viewer's fence: for what must be written in several workspaces, or in none of them. The
 * transaction must have been opened for a viewer; it never has two fences at once.
 */
export async function moveFence(tx: Tx, { workspaceId, inboxes, customerId = '' }: Viewer): Promise<void> {
  const seen = inboxes === 'all' ? '*' : inboxes.join(',');
  await sql`select set_config('app.workspace_id', ${workspaceId}, true), set_config('app.inboxes', ${seen}, true),
    set_config('app.customer_id', ${customerId}, true)`.execute(tx);
}
