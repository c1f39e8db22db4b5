import type { RuleBody } from '@madoguchi/contract/automation.ts';

/** A rule as it counts now. `countsSince`: what happened, or fell due, before is not its business. */
export type Rule = RuleBody & { id: string; version: number; countsSince: Date };
