import type { FlowPlan, FlowText } from '@madoguchi/contract/flows.ts';
import { type AdminKey, adminWords } from '../../admin/admin-words.ts';
import { moveSteps } from './edit.ts';
import { layout } from './layout.ts';

/** Customers read both languages whatever the desk speaks. */
const both = (key: AdminKey): FlowText => ({ ja: adminWords.ja(key), en: adminWords.en(key) });
const place = { x: 0, y: 0 };
const tidied = (plan: FlowPlan) => moveSteps(plan, layout(plan));

export const blankPlan = (name: string): FlowPlan => ({ name, triggers: [], start: null, steps: [] });

/** Order number, reason and details, then a person. */
export const returnsPlan = (name: string): FlowPlan =>
  tidied({
    name,
    triggers: [
      {
        kind: 'words',
        words: [both('flows.tpl_returns_word_1'), both('flows.tpl_returns_word_2')].flatMap(({ ja, en }) => [ja, en]),
      },
    ],
    start: 'hello',
    steps: [
      { id: 'hello', place, type: 'say', text: both('flows.tpl_returns_hello'), next: 'number' },
      { id: 'number', place, type: 'ask', text: both('flows.tpl_returns_number'), field: 'order', kind: 'order_number', next: 'reason' },
      {
        id: 'reason',
        place,
        type: 'buttons',
        text: both('flows.tpl_returns_reason'),
        options: [
          { id: 'broken', label: both('flows.tpl_returns_broken'), next: 'detail' },
          { id: 'wrong', label: both('flows.tpl_returns_wrong'), next: 'detail' },
          { id: 'mind', label: both('flows.tpl_returns_mind'), next: 'person' },
        ],
      },
      { id: 'detail', place, type: 'ask', text: both('flows.tpl_returns_detail'), field: 'condition', kind: 'text', next: 'person' },
      { id: 'person', place, type: 'hand_off', text: both('flows.tpl_returns_done'), teamId: null },
    ],
  });

/** What it is about decides who takes over; anything else is looked for in the knowledge first. */
export const routingPlan = (name: string): FlowPlan =>
  tidied({
    name,
    triggers: [{ kind: 'channel', channel: 'chat' }],
    start: 'about',
    steps: [
      {
        id: 'about',
        place,
        type: 'buttons',
        text: both('flows.tpl_routing_ask'),
        options: [
          { id: 'order', label: both('flows.tpl_routing_order'), next: 'orders' },
          { id: 'product', label: both('flows.tpl_routing_product'), next: 'products' },
          { id: 'else', label: both('flows.tpl_routing_else'), next: 'detail' },
        ],
      },
      { id: 'orders', place, type: 'hand_off', text: both('flows.tpl_routing_person'), teamId: null },
      { id: 'products', place, type: 'hand_off', text: both('flows.tpl_routing_person'), teamId: null },
      { id: 'detail', place, type: 'ask', text: both('flows.tpl_routing_detail'), field: 'matter', kind: 'text', next: 'look' },
      { id: 'look', place, type: 'answer', question: 'matter', next: 'person' },
      { id: 'person', place, type: 'hand_off', text: both('flows.tpl_routing_not_found'), teamId: null },
    ],
  });
