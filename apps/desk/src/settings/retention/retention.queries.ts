import { listHolds, previewRetention, type RetentionKind, readRetention } from '@madoguchi/contract/retention.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => call(readRetention, {}) });
export const holdsQuery = queryOptions({ queryKey: ['legal-holds'], queryFn: () => call(listHolds, {}) });

/** What would go at once under a period. Counted anew each time. */
export const previewQuery = (kind: RetentionKind, keep: number) =>
  queryOptions({
    queryKey: ['retention', 'preview', kind, keep] as const,
    queryFn: () => call(previewRetention, { params: { kind }, query: { keep } }),
    staleTime: 0,
  });
