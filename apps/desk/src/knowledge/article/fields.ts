import type { Locale } from '@madoguchi/contract/common.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';

/** What an editor writes of an article. */
export type Fields = Pick<Article, 'question' | 'answer' | 'category' | 'examples' | 'locale'>;
export type FieldName = keyof Fields;
export const fieldNames = ['question', 'answer', 'category', 'examples', 'locale'] as const satisfies readonly FieldName[];

export const limitsOf = { question: 500, answer: 50_000, category: 100, example: 500, examples: 100 } as const;

export const fieldsOf = ({ question, answer, category, examples, locale }: Article): Fields => ({
  question,
  answer,
  category,
  examples,
  locale,
});

export const blankFields = (locale: Locale, question = ''): Fields => ({ question, answer: '', category: '', examples: [], locale });

/** As it is sent: no blank ends, no empty or repeated examples. The answer stays as it was written: Markdown may begin with spaces. */
export const tidy = (fields: Fields): Fields => ({
  ...fields,
  question: fields.question.trim(),
  category: fields.category.trim(),
  examples: [...new Set(fields.examples.map((example) => example.trim()).filter(Boolean))],
});

/** What stands in the way of saving, or of publishing: customers must not be shown an empty answer. */
export function fieldFaults(fields: Fields, publishing: boolean): Faults {
  const long = fields.examples.find((example) => example.length > limitsOf.example);
  return faults({
    question: textFault(fields.question, limitsOf.question, 'fault.question_required'),
    answer: textFault(fields.answer, limitsOf.answer, publishing ? 'fault.answer_required' : null),
    category: textFault(fields.category, limitsOf.category, null),
    examples:
      fields.examples.length > limitsOf.examples
        ? { word: 'fault.too_many_examples', values: { max: limitsOf.examples } }
        : textFault(long ?? '', limitsOf.example, null),
  });
}
