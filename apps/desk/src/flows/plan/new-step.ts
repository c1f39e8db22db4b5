import { type FlowPlan, type FlowStep, type FlowStepType, ownAnswers } from '@madoguchi/contract/flows.ts';

export type Point = { x: number; y: number };

/** The kinds of steps, in the order in which menus offer them. */
export const stepTypes = [
  'say',
  'buttons',
  'ask',
  'branch',
  'answer',
  'identify',
  'look_up',
  'hand_off',
] as const satisfies readonly FlowStepType[];

/** An id nobody has had in this flow: figures of a removed step must not fall to a new one. */
export function freshId(prefix = 's'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `${prefix}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The first name of its row that is free: `answer`, `answer_2`, … */
export function freshName(taken: Iterable<string>, name = 'answer'): string {
  const names = new Set(taken);
  let at = 2;
  if (!names.has(name)) return name;
  while (names.has(`${name}_${at}`)) at += 1;
  return `${name}_${at}`;
}

const blank = () => ({ ja: '', en: '' });

/** A step as it is before anybody wrote in it; all its exits are free. */
export function newStep(type: FlowStepType, place: Point, plan: Pick<FlowPlan, 'steps'>, id = freshId()): FlowStep {
  const step = { id, place };
  switch (type) {
    case 'say':
      return { ...step, type, text: blank(), next: null };
    case 'buttons':
      return {
        ...step,
        type,
        text: blank(),
        options: [
          { id: freshId('o'), label: blank(), next: null },
          { id: freshId('o'), label: blank(), next: null },
        ],
      };
    case 'ask':
      return { ...step, type, text: blank(), field: freshName(namesIn(plan)), kind: 'text', next: null };
    case 'branch':
      return { ...step, type, rules: [{ when: { on: 'hours', open: true }, next: null }], otherwise: null };
    case 'look_up':
      return {
        ...step,
        type,
        of: 'address',
        numberField: null,
        method: 'GET',
        url: 'https://',
        body: '',
        keep: [],
        identifiedOnly: true,
        by: 'email',
        next: null,
        failed: null,
      };
    case 'identify':
      return { ...step, type, by: 'email', text: blank(), next: null, failed: null };
    case 'answer':
      return { ...step, type, question: null, next: null };
    case 'hand_off':
      return { ...step, type, text: blank(), teamId: null };
  }
}

/** Every answer that is asked for or looked up, in the order of the steps, each name once. */
export function namesIn({ steps }: Pick<FlowPlan, 'steps'>): string[] {
  const names = steps.flatMap((step) => {
    if (step.type === 'ask') return [step.field];
    if (step.type !== 'look_up') return [];
    return step.of === 'address' ? step.keep.map(({ field }) => field) : ownAnswers[step.of];
  });
  return [...new Set(names)].filter((name) => name !== '');
}

/** The answers that customers are asked for. */
export const askedNames = ({ steps }: Pick<FlowPlan, 'steps'>): string[] => [
  ...new Set(steps.flatMap((step) => (step.type === 'ask' && step.field !== '' ? [step.field] : []))),
];

/** What only a proof can say: a signed identity, or a code. No step may give an answer of one of these names. */
export const provedNames = ['verified_email', 'verified_phone', 'verified_customer_id'] as const;

/** What texts and look-ups may quote: the answers, and what is proved where the flow asks for proof. */
export function quotableIn(plan: Pick<FlowPlan, 'steps'>): string[] {
  const proves = plan.steps.some(
    (step) => step.type === 'identify' || (step.type === 'look_up' && (step.identifiedOnly || step.of !== 'address')),
  );
  return [...namesIn(plan), ...(proves ? provedNames : [])];
}
