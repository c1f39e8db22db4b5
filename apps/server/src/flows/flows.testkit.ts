// Plans for tests: one that a shop would draw, and any that can be thought of.
import type { FlowCondition, FlowPlan, FlowStep, FlowText, flowStep } from '@madoguchi/contract/flows.ts';
import fc from 'fast-check';
import type { z } from 'zod';
import type { FlowKnown } from './flows.types.ts';

const place = { x: 0, y: 0 };
const anAddress = { of: 'address', numberField: null, by: 'email' };
type Drawn = z.input<typeof flowStep>;
type Step = Drawn extends infer S ? (S extends { place: unknown } ? Omit<S, 'place'> : never) : never;

export const text = (ja: string, en = ''): FlowText => ({ ja, en });
export const plan = (steps: Step[], rest: Partial<FlowPlan> = {}): FlowPlan => ({
  name: '返品のご相談',
  triggers: [],
  start: steps[0]?.id ?? null,
  steps: steps.map(
    (step) =>
      ({ ...(step.type === 'look_up' ? anAddress : {}), ...(step.type === 'identify' ? { by: 'email' } : {}), ...step, place }) as FlowStep,
  ),
  ...rest,
});

/** Return or something else; which order, and why; people at once while they are there. */
export const returns = plan([
  {
    id: 'what',
    type: 'buttons',
    text: text('どうなさいましたか?', 'What happened?'),
    options: [
      { id: 'return', label: text('返品したい', 'Return it'), next: 'order' },
      { id: 'other', label: text('そのほか'), next: null },
    ],
  },
  {
    id: 'order',
    type: 'ask',
    text: text('注文番号を教えてください。', 'Your order number?'),
    field: 'order_no',
    kind: 'order_number',
    next: 'why',
  },
  { id: 'why', type: 'ask', text: text('{order_no}の理由をお聞かせください。'), field: 'reason', kind: 'text', next: 'hours' },
  { id: 'hours', type: 'branch', rules: [{ when: { on: 'hours', open: true }, next: 'people' }], otherwise: 'later' },
  { id: 'people', type: 'hand_off', text: text('{order_no}について担当におつなぎします。'), teamId: null },
  { id: 'later', type: 'say', text: text('営業時間に改めてご連絡します。'), next: null },
]);

export const known: FlowKnown = {
  locale: 'ja',
  channel: 'chat',
  open: true,
  has: [],
  today: '2026-11-24',
  codes: { email: false, phone: false },
  proved: {},
};

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const next = fc.option(fc.constantFrom(...ids, 'nowhere'), { freq: 5 });
const words = fc.record({ ja: fc.constantFrom('', 'はい{x}', 'いいえ'), en: fc.constantFrom('', 'yes') });
const field = fc.constantFrom('x', 'y');
const when: fc.Arbitrary<FlowCondition> = fc.oneof(
  fc.record({ on: fc.constant('hours' as const), open: fc.boolean() }),
  fc.record({
    on: fc.constant('answer' as const),
    field,
    is: fc.constantFrom('filled' as const, 'equals' as const, 'more_than' as const),
    value: fc.constantFrom('', '3'),
  }),
);
const stepOf = (id: string): fc.Arbitrary<FlowStep> => {
  const base = { id: fc.constant(id), place: fc.constant(place) };
  return fc.oneof(
    fc.record({ ...base, type: fc.constant('say' as const), text: words, next }),
    fc.record({
      ...base,
      type: fc.constant('buttons' as const),
      text: words,
      options: fc.array(fc.record({ id: fc.constantFrom('one', 'two'), label: words, next }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      ...base,
      type: fc.constant('ask' as const),
      text: words,
      field,
      kind: fc.constantFrom('text' as const, 'number' as const, 'date' as const),
      next,
    }),
    fc.record({
      ...base,
      type: fc.constant('branch' as const),
      rules: fc.array(fc.record({ when, next }), { minLength: 1, maxLength: 2 }),
      otherwise: next,
    }),
    fc.record({
      ...base,
      type: fc.constant('look_up' as const),
      of: fc.constantFrom('address' as const, 'address' as const, 'orders' as const, 'contract' as const),
      numberField: fc.constantFrom(null, 'x'),
      method: fc.constant('GET' as const),
      url: fc.constantFrom('https://shop.example/{x}', 'https://{x}/'),
      body: fc.constant(''),
      keep: fc.constant<{ field: string; path: string }[]>([{ field: 'y', path: 'y' }]),
      identifiedOnly: fc.boolean(),
      by: fc.constantFrom('email' as const, 'phone' as const, 'either' as const),
      next,
      failed: next,
    }),
    fc.record({
      ...base,
      type: fc.constant('identify' as const),
      by: fc.constantFrom('email' as const, 'phone' as const, 'either' as const),
      text: words,
      next,
      failed: next,
    }),
    fc.record({ ...base, type: fc.constant('answer' as const), question: fc.option(field), next }),
    fc.record({ ...base, type: fc.constant('hand_off' as const), text: words, teamId: fc.constant(null) }),
  );
};

/** Any plan: with rounds, missing steps and repeated ones. */
export const anyPlan: fc.Arbitrary<FlowPlan> = fc.record({
  name: fc.constant('何か'),
  triggers: fc.constant([]),
  start: next,
  steps: fc.tuple(...ids.map(stepOf)).chain((steps) => fc.subarray(steps, { minLength: 1 })),
});

/** Plans of which many may be published: every way leads somewhere, everything has words; only rounds are still to be refused. */
export const connectedPlan: fc.Arbitrary<FlowPlan> = anyPlan.map((drawn) => {
  const there = (to: string | null) => (drawn.steps.some(({ id }) => id === to) ? to : null);
  const steps = drawn.steps.map((step): FlowStep => {
    switch (step.type) {
      case 'buttons':
        return {
          ...step,
          text: text('どれ'),
          options: step.options.map(({ next: to }, i) => ({ id: `option${i}`, label: text(['はい', 'いいえ', '3'][i]!), next: there(to) })),
        };
      case 'branch':
        return {
          ...step,
          rules: [{ when: { on: 'hours', open: true }, next: there(step.rules[0]!.next) }],
          otherwise: there(step.otherwise),
        };
      case 'look_up':
        return { ...step, url: 'https://shop.example/', numberField: null, next: there(step.next), failed: there(step.failed) };
      case 'answer':
        return { ...step, question: null, next: there(step.next) };
      case 'identify':
        return { ...step, text: text('どなた'), next: there(step.next), failed: there(step.failed) };
      case 'hand_off':
        return { ...step, text: text('') };
      default:
        return { ...step, text: text('はい'), next: there(step.next) };
    }
  });
  return { ...drawn, start: steps[0]!.id, steps };
});
