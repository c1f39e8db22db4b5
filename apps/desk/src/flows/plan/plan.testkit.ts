import type { FlowPlan, FlowStep } from '@madoguchi/contract/flows.ts';

const place = { x: 0, y: 0 };
const text = (ja: string) => ({ ja, en: '' });

export const say = (id: string, next: string | null): FlowStep => ({ id, place, type: 'say', text: text(id), next });
export const ask = (id: string, field: string, next: string | null): FlowStep => ({
  id,
  place,
  type: 'ask',
  text: text(id),
  field,
  kind: 'order_number',
  next,
});
export const buttons = (id: string, ...to: (string | null)[]): FlowStep => ({
  id,
  place,
  type: 'buttons',
  text: text(id),
  options: to.map((next, at) => ({ id: `o${at}`, label: text(`${at}`), next })),
});
export const handOff = (id: string): FlowStep => ({ id, place, type: 'hand_off', text: text(id), teamId: null });

export const plan = (start: string | null, ...steps: FlowStep[]): FlowPlan => ({ name: '返品の受付', triggers: [], start, steps });
