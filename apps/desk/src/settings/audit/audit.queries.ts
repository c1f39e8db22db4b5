import { type AuditKind, listAudit } from '@madoguchi/contract/audit.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type AuditWish = { who: string | null; kind: AuditKind | null; days: number | null; text: string };

const DAY = 86_400_000;

/** What is asked of the server. Days begin at a whole hour, so that the same wish is the same question for a while. */
export function questionOf({ who, kind, days, text }: AuditWish, now = Date.now()) {
  const from = days === null ? null : new Date(Math.floor(now / 3_600_000) * 3_600_000 - days * DAY).toISOString();
  return {
    ...(who ? { who } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from } : {}),
    ...(text.trim() ? { text: text.trim() } : {}),
  };
}

export const auditQuery = (wish: AuditWish) =>
  infiniteQueryOptions({
    queryKey: ['audit', wish],
    queryFn: ({ pageParam }) => call(listAudit, { query: { ...questionOf(wish), ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
