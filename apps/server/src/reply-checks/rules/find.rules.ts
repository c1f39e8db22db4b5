import type { Finding } from '../reply-checks.types.ts';

type Said = Pick<Finding, 'rule' | 'weight'> & { instead?: string | null; against?: string | null };

/** Every place where a pattern (with the flag g) matches, said as `say` says it; what it says nothing of is no finding. */
export function findAll(text: string, pattern: RegExp, say: (match: RegExpExecArray) => Said | null): Finding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = say(match);
    if (!said) return [];
    const from = match.index;
    return [
      {
        rule: said.rule,
        weight: said.weight,
        from,
        to: from + match[0].length,
        found: match[0],
        instead: said.instead ?? null,
        against: said.against ?? null,
      },
    ];
  });
}
