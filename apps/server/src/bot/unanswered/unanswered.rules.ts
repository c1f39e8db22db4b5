// Pure: when two customers asked the same.
import { createHash } from 'node:crypto';
import { foldText } from '../../platform/text/fold.ts';

/** As many characters of a question as the bot keeps folded with its step. */
const FOLDED_CHARACTERS = 300;
/** What does not make it another question: 「送料は?」 and 「送料は」. */
export const MARKS = '?!。、,.…~・ "\'()「」';

/** What is kept with a bot's step to tell questions apart. Never longer than an index can take. */
export const foldQuestion = (question: string): string => [...foldText(question)].slice(0, FOLDED_CHARACTERS).join('');

/** The same for every wording that differs in width, case or punctuation only; '' for one without words. */
export const questionKey = (question: string): string =>
  [...foldQuestion(question)].filter((character) => !MARKS.includes(character)).join('');

/** The name under which a question's article is kept; the list asks for it in SQL. */
export const externalIdOf = (key: string): string => `unanswered:${createHash('sha256').update(key).digest('hex')}`;
