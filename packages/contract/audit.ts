import { z } from 'zod';
import { page, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What an entry is about. `other`: a fact that no kind is known for. */
export const auditKind = z.enum(['sign_in', 'people', 'rights', 'exports', 'settings', 'knowledge', 'other']);
export type AuditKind = z.infer<typeof auditKind>;

export const auditFilter = z.object({
  /** An agent or an API key. */
  who: z
    .string()
    .regex(/^(agt|key)_[0-9a-z]{26}$/)
    .optional(),
  kind: auditKind.optional(),
  from: time.optional(),
  /** Not included. */
  to: time.optional(),
  /** In the name of who did it, of what it was done to, and in what changed. */
  text: z.string().max(100).optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditEntry = z.object({
  id: z.string(),
  at: time,
  /** The fact, e.g. `inbox.updated`. */
  name: z.string(),
  kind: auditKind,
  actor: z.object({ kind: z.enum(['agent', 'api']), id: z.string().nullable(), name: z.string() }),
  /** What or whom it was done to, by name; null where that says nothing. */
  subject: z.string().nullable(),
  /** Names of what changed, numbers and choices. Never the text of a message, never a secret. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Null where it is not known. */
  ip: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const listAudit = endpoint('GET', '/api/audit', {
  summary: 'Who changed settings, people and rights, and took data out; newest first',
  query: auditFilter.extend({ cursor: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: page(auditEntry),
});
