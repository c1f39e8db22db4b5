/** What every message of the soak carries in its text, so that it is found again wherever it went: whose it is, and which of theirs. */
export const markOf = (line: string, seq: number): string => `<<${line}/${seq}>>`;
export const answerMarkOf = (line: string, seq: number): string => `[[${line}/${seq}]]`;

/** As PostgreSQL finds the two parts in a customer's text. */
export const MARK_IN_SQL = '<<([a-z]+-[0-9]+)/([0-9]+)>>';
export const ANSWER_MARK_IN_SQL = '\\[\\[([a-z]+-[0-9]+)/([0-9]+)\\]\\]';

const ANSWER_MARK = /\[\[([a-z]+-\d+)\/(\d+)\]\]/g;

/** The agents' answers that are told of in a text. */
export const answersIn = (text: string): { line: string; seq: number }[] =>
  [...text.matchAll(ANSWER_MARK)].map(([, line, seq]) => ({ line: line!, seq: Number(seq) }));
