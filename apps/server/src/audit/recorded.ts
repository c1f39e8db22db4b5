import { type SqlBool, sql } from 'kysely';

/** What the audit log reads of the event log. The same words as the index events_audit: only so PostgreSQL can use it. */
export const recorded = sql<SqlBool>`conversation_id is null and actor_kind in ('agent', 'api')
  and name not in ('agent.presence_changed', 'customer.created', 'customer.updated', 'customer.noted', 'customer.note_changed')`;
