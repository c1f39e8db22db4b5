import { limitsOf } from './fields.ts';

/** Adds what was typed or pasted, one example a line; blanks and those that are already there are left out. */
export function addExamples(examples: readonly string[], typed: string): string[] {
  const lines = typed.split(/\r?\n/).map((line) => line.replace(/^[\s　・*-]+/, '').trim());
  return [...new Set([...examples, ...lines.filter(Boolean)])].slice(0, limitsOf.examples);
}
