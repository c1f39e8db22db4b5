import { fact } from '../platform/event-log/fact.ts';

/** `kinds`: of which something changed. The rooms tell of each change themselves. */
export const configurationExported = fact('configuration.exported', 1)<{ count: number }>();
export const configurationImported = fact('configuration.imported', 1)<{
  created: number;
  count: number;
  removed: number;
  words: string[];
}>();
