import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';

/** The same slip in the same words: what an agent said is all right stays so while they write on. */
export const nameOf = ({ rule, found }: CheckFinding): string => `${rule} ${found}`;

/** Findings of a text that was looked over a moment ago, as far as they still stand where they stood. */
export const stillThere = (findings: readonly CheckFinding[], text: string): CheckFinding[] =>
  findings.filter(({ from, to, found }) => text.slice(from, to) === found);
