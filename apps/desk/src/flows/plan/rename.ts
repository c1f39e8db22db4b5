import type { FlowPlan, FlowStep, FlowText } from '@madoguchi/contract/flows.ts';
import { replaceStep } from './edit.ts';
import { namesIn } from './new-step.ts';

/**
 * Gives the answer of a step another name, and follows it wherever it is quoted or tested, unless another step still gives an answer of
 * the old name. `step`: as it is with the new name.
 */
export function renameAnswer(plan: FlowPlan, step: FlowStep, from: string, to: string): FlowPlan {
  const renamed = replaceStep(plan, step);
  if (from === '' || from === to || namesIn(renamed).includes(from)) return renamed;
  return { ...renamed, steps: renamed.steps.map((one) => follow(one, from, to)) };
}

function follow(step: FlowStep, from: string, to: string): FlowStep {
  const quote = (text: string) => text.replaceAll(`{${from}}`, `{${to}}`);
  const both = ({ ja, en }: FlowText): FlowText => ({ ja: quote(ja), en: quote(en) });
  switch (step.type) {
    case 'buttons':
      return { ...step, text: both(step.text), options: step.options.map((option) => ({ ...option, label: both(option.label) })) };
    case 'branch':
      return {
        ...step,
        rules: step.rules.map((rule) =>
          rule.when.on === 'answer' && rule.when.field === from ? { ...rule, when: { ...rule.when, field: to } } : rule,
        ),
      };
    case 'look_up':
      return { ...step, url: quote(step.url), body: quote(step.body), numberField: step.numberField === from ? to : step.numberField };
    case 'answer':
      return step.question === from ? { ...step, question: to } : step;
    default:
      return { ...step, text: both(step.text) };
  }
}
