// Pure: what is to be said about a reply before it goes out.
import type { CheckRule } from '@madoguchi/contract/reply-checks.ts';
import type { Draft, Finding } from './reply-checks.types.ts';
import { characterRule } from './rules/characters.rules.ts';
import { companyWordRule } from './rules/company-words.rules.ts';
import { figureRule, oppositeRule } from './rules/figures.rules.ts';
import { keigoRule } from './rules/keigo.rules.ts';
import { bareNameRule, honorificRule, otherNameRule, otherOrderRule } from './rules/names.rules.ts';
import { attachmentRule, leftBlankRule, otherLanguageRule } from './rules/omissions.rules.ts';
import { repeatedWordRule, toneRule } from './rules/tone.rules.ts';
import { writingRule } from './rules/writing.rules.ts';

/** The graver first: where two findings lie on each other, the first is told. */
const RULES = [
  otherNameRule,
  otherOrderRule,
  figureRule,
  oppositeRule,
  attachmentRule,
  leftBlankRule,
  companyWordRule,
  honorificRule,
  bareNameRule,
  characterRule,
  keigoRule,
  toneRule,
  writingRule,
  repeatedWordRule,
  otherLanguageRule,
];

/** More than this nobody reads. */
const MOST = 30;

/**
 * Looks a reply over: what may be wrong, in the order of the text, at most 30 findings, none on top of another.
 * @param off rules that the company does not want
 */
export function checkReply(draft: Draft, off: readonly CheckRule[] = []): Finding[] {
  const told: Finding[] = [];
  for (const finding of RULES.flatMap((rule) => rule(draft)))
    if (!off.includes(finding.rule) && !told.some((other) => finding.from < other.to && other.from < finding.to)) told.push(finding);
  return told.sort((a, b) => Number(a.weight === 'hint') - Number(b.weight === 'hint') || a.from - b.from).slice(0, MOST);
}
