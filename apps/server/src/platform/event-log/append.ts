import type { Actor } from '../actor.ts';
import type { Tx } from '../db/db.ts';
import type { Fact, Subjects } from './fact.ts';

/** Writes facts into the log, in order, inside the transaction of the rows they tell about. */
export async function appendFact(
  tx: Tx,
  by: { workspaceId: string; actor: Actor; at: Date },
  facts: Fact[],
  subjects: Subjects,
): Promise<void> {
  if (facts.length === 0) return;
  await tx
    .insertInto('events')
    .values(
      facts.map(({ name, version, data }) => ({
        workspace_id: by.workspaceId,
        at: by.at,
        name,
        version,
        inbox_id: subjects.inboxId ?? null,
        conversation_id: subjects.conversationId ?? null,
        customer_id: subjects.customerId ?? null,
        actor_kind: by.actor.kind,
        actor_id: by.actor.id,
        actor_name: by.actor.name,
        data: JSON.stringify(data),
        // Where somebody changed a setting is for the audit log; where they answered customers from is nobody's business.
        ip: subjects.conversationId ? null : (by.actor.ip ?? null),
      })),
    )
    .execute();
}
