import type { AuditEntry, AuditFilter } from '@madoguchi/contract/audit.ts';
import type { Ctx } from '../platform/ctx.ts';
import { auditPage } from './audit.queries.ts';
import { csvLine } from './audit.rules.ts';

const PAGE = 200;
const COLUMNS = ['at', 'who', 'by', 'fact', 'kind', 'subject', 'details', 'ip'];

/** The entries of a filter as CSV, page by page, newest first; times in UTC. */
export async function* exportAudit(ctx: Ctx, filter: AuditFilter): AsyncGenerator<string> {
  // The mark at the front tells spreadsheets that this is UTF-8.
  yield `\uFEFF${csvLine(COLUMNS)}`;
  let cursor: string | null | undefined;
  do {
    const at: string | undefined = cursor ?? undefined;
    const page = await ctx.transaction((tx) => auditPage(tx, ctx.viewer.workspaceId, filter, { cursor: at, limit: PAGE }));
    yield page.items.map((entry) => csvLine(cellsOf(entry))).join('');
    cursor = page.nextCursor;
  } while (cursor);
}

const cellsOf = ({ at, name, kind, actor, subject, details, ip }: AuditEntry) => [
  at,
  actor.name,
  actor.kind,
  name,
  kind,
  subject,
  Object.entries(details)
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(' ') : value}`)
    .join('; '),
  ip,
];
