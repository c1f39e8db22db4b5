import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import type { Fault, Faults } from '../../admin/faults.ts';

const LOCALES = ['ja', 'en'] as const;

/** What is wrong with settings before they are sent: texts that are empty in a language. */
export function surveyFaults({ question, comment, thanks }: SurveySettings): Faults {
  const texts = { question, thanks, ...(comment.ask ? { comment: comment.text } : {}) };
  const faults: Record<string, Fault> = {};
  for (const [name, text] of Object.entries(texts))
    for (const locale of LOCALES) if (text[locale].trim() === '') faults[`${name}.${locale}`] = { word: 'fault.required' };
  return faults;
}

/** A number field's value within its bounds; what is no number is the least. */
export const bounded = (value: string | number, most: number): number => Math.min(most, Math.max(0, Math.round(Number(value)) || 0));
