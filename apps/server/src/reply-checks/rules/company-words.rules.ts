import type { Finding, Rule } from '../reply-checks.types.ts';

/** Width and case are one: ＦＥＥ is fee.. Each character folds to one, so that places stay. */
const folded = (text: string): string =>
  [...text]
    .map((character) => {
      const normal = character.normalize('NFKC').toLowerCase();
      return normal.length === character.length ? normal : character;
    })
    .join('');

/** Words that the company does not want said. Words of Latin letters only as whole words. */
export const companyWordRule: Rule = ({ text, companyWords }): Finding[] => {
  const body = folded(text);
  return companyWords.flatMap(({ word, instead, remark, weight }) => {
    const wanted = folded(word.trim());
    const found: Finding[] = [];
    for (let from = wanted === '' ? -1 : body.indexOf(wanted); from >= 0; from = body.indexOf(wanted, from + wanted.length)) {
      const to = from + wanted.length;
      const cutsWord = /[a-z]/.test(wanted) && (/[a-z]/.test(body[from - 1] ?? '') || /[a-z]/.test(body[to] ?? ''));
      if (!cutsWord)
        found.push({
          rule: 'company_word',
          weight,
          from,
          to,
          found: text.slice(from, to),
          instead: instead || null,
          against: remark || null,
        });
    }
    return found;
  });
};
