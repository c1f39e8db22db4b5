// Pure: whether a condition of a flow holds.
import type { FlowCondition } from '@madoguchi/contract/flows.ts';
import { foldText } from '../../platform/text/fold.ts';
import type { FlowKnown } from '../flows.types.ts';
import { readAnswer } from './answers.rules.ts';
import { answerOf } from './texts.rules.ts';

export function holds(condition: FlowCondition, answers: Readonly<Record<string, string>>, known: FlowKnown): boolean {
  switch (condition.on) {
    case 'hours':
      return known.open === condition.open;
    case 'channel':
      return known.channel === condition.channel;
    case 'language':
      return known.locale === condition.locale;
    case 'customer':
      return known.has.includes(condition.has);
    case 'answer':
      return compares(condition, answerOf(answers, condition.field) ?? '', known.today);
  }
}

function compares({ is, value }: Extract<FlowCondition, { on: 'answer' }>, answer: string, today: string): boolean {
  switch (is) {
    case 'filled':
      return answer !== '';
    case 'equals':
      return foldText(answer) === foldText(value);
    case 'contains':
      return foldText(answer).includes(foldText(value));
    case 'more_than':
      return difference(answer, value, today) > 0;
    case 'less_than':
      return difference(answer, value, today) < 0;
  }
}

/** Between two numbers, or two days; NaN between anything else. */
function difference(answer: string, value: string, today: string): number {
  const numbers = [answer, value].map((text) => readAnswer('number', text, today));
  if (numbers.every((one) => one !== null)) return Number(numbers[0]) - Number(numbers[1]);
  const days = [answer, value].map((text) => readAnswer('date', text, today));
  return days.every((one) => one !== null) ? Date.parse(days[0]!) - Date.parse(days[1]!) : Number.NaN;
}
