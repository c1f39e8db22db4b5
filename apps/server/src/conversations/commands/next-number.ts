import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

/** The number people call a new conversation by; rising within a workspace, without gaps. */
export async function nextNumber(ctx: Ctx, tx: Tx): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into conversation_numbers (workspace_id, last_number) values (${ctx.viewer.workspaceId}, 1)
    on conflict (workspace_id) do update set last_number = conversation_numbers.last_number + 1
    returning last_number as number`.execute(tx);
  return rows[0]!.number;
}
