import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { turnLeftToLookUps } from './look-ups.events.ts';

/** Whether a message before this one still waits for a look-up: what follows it in the conversation must not overtake it. */
export async function waitsForLookUp(tx: Tx, workspaceId: string, conversationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from events e
    where e.workspace_id = ${workspaceId} and e.conversation_id = ${conversationId} and e.name = ${turnLeftToLookUps.factName}
      and not exists (select from bot_steps s where s.workspace_id = e.workspace_id and s.asked_message_id = e.data ->> 'messageId')
    limit 1`.execute(tx);
  return rows.length > 0;
}
