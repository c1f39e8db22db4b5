import { fact } from '../../platform/event-log/fact.ts';

/** An editor does not want to see this pair again. */
export const synonymsIgnored = fact('synonyms.ignored', 1)<{ asked: string; written: string }>();
