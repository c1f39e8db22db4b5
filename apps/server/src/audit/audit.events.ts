import { fact } from '../platform/event-log/fact.ts';

/** Somebody took the audit log out as a file; `filter`: by what it was narrowed. */
export const auditExported = fact('audit.exported', 1)<{ filter: string[] }>();
