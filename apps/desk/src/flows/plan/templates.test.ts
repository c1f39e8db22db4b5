import { flowPlan } from '@madoguchi/contract/flows.ts';
import { expect, test } from 'vitest';
import { exitsOf } from './exits.ts';
import { readingOrder } from './layout.ts';
import { namesIn } from './new-step.ts';
import { blankPlan, returnsPlan, routingPlan } from './templates.ts';
import { tidyPlan } from './tidy.ts';

const templates = [returnsPlan, routingPlan];

test('a template is a plan that the server takes as it stands', () => {
  for (const plan of [...templates, blankPlan].map((template) => template('返品の受付'))) {
    expect(flowPlan.parse(plan)).toEqual(plan);
    expect(tidyPlan(plan, '')).toEqual(plan);
  }
});

test('a template can be published: it begins, every way leads on to a person, and it quotes only what it asked', () => {
  for (const plan of templates.map((template) => template('x'))) {
    const ids = plan.steps.map(({ id }) => id);
    expect(ids).toContain(plan.start);
    expect(new Set(readingOrder(plan))).toEqual(new Set(ids));
    expect(plan.steps.flatMap(exitsOf).every(({ to }) => to !== null && ids.includes(to))).toBe(true);
    const quoted = [...JSON.stringify(plan.steps).matchAll(/\{([a-z_]+)\}/g)].map((match) => match[1]!);
    expect(namesIn(plan)).toEqual(expect.arrayContaining(quoted));
  }
});

test('a template speaks both languages', () => {
  for (const plan of templates.map((template) => template('x')))
    for (const step of plan.steps)
      if ('text' in step) {
        expect(step.text.ja).toMatch(/[ぁ-ん]/);
        expect(step.text.en).toMatch(/^[\x20-\x7e]+$/);
      }
});
