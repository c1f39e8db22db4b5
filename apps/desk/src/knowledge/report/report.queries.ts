import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { helpCenterReport } from '@madoguchi/contract/knowledge.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

export type Report = OutputOf<typeof helpCenterReport>;
export type FruitlessSearch = Report['searches'][number];
export type ArticleFigures = Report['articles'][number];
export type NeverFound = Report['neverFound'][number];

export const reportQuery = (days: Period) =>
  queryOptions({
    queryKey: ['help-center-report', days] as const,
    queryFn: () => call(helpCenterReport, { query: { days } }),
    placeholderData: keepPreviousData,
  });
