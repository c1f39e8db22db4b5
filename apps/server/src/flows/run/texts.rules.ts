// Pure: a flow's texts as a customer reads them.
import type { FlowText } from '@madoguchi/contract/flows.ts';
import { cutText } from '../../platform/text/fold.ts';

const PLACEHOLDER = /\{([a-z][a-z0-9_]{0,39})\}/g;
/** As long as any message may be. */
const MOST_CHARACTERS = 20_000;

type Answers = Readonly<Record<string, string>>;

/** The fields a text quotes as {name}. */
export const fieldsIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);

/** The text with its answers in their places; what was never answered leaves nothing. `encode`: for where the text stands. */
export const fillIn = (text: string, answers: Answers, encode: (value: string) => string = (value) => value): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => encode(answerOf(answers, name) ?? ''));

export const answerOf = (answers: Answers, field: string): string | undefined =>
  Object.hasOwn(answers, field) ? answers[field] : undefined;

/** The text in the customer's language, or in the other one when there is none. */
export function inWords(text: FlowText, locale: 'ja' | 'en', answers: Answers): string {
  const own = text[locale].trim();
  return cutText(fillIn(own || text[locale === 'ja' ? 'en' : 'ja'].trim(), answers), MOST_CHARACTERS);
}
