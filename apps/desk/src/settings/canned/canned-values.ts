import { asksOf, fillBlanks, type Situation, TEXT_VARIABLES, textFor } from '@madoguchi/contract/canned-text.ts';

/** Placeholders that nothing will ever fill in, mostly slips of the pen, each once. */
export function unknownBlanks(text: string): string[] {
  const known = Object.fromEntries(TEXT_VARIABLES.map((name) => [name, 'x']));
  const asked = Object.fromEntries(asksOf(text).map((ask) => [ask, 'x']));
  const left: string[] = [];
  fillBlanks(text, known, asked, (whole) => {
    left.push(whole);
    return whole;
  });
  return [...new Set(left)];
}

/** The text as a customer would read it. What is asked for stands in brackets. */
export function exampleOf(text: string, situation: Situation, values: Readonly<Record<string, string>>): string {
  const answers = Object.fromEntries(asksOf(text).map((ask) => [ask, `[${ask}]`]));
  return fillBlanks(textFor(text, situation), values, answers, (whole) => whole);
}
