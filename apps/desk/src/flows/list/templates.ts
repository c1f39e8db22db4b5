import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { type Icon, IconArrowsSplit2, IconFile, IconTruckReturn } from '@tabler/icons-react';
import type { AdminKey } from '../../admin/admin-words.ts';
import { blankPlan, returnsPlan, routingPlan } from '../plan/templates.ts';

type Template = { id: string; word: AdminKey; text: AdminKey; name: AdminKey; icon: Icon; plan: (name: string) => FlowPlan };

/** What a new flow may begin with. */
export const templates: readonly Template[] = [
  {
    id: 'returns',
    word: 'flows.new_returns',
    text: 'flows.new_returns_text',
    name: 'flows.new_returns',
    icon: IconTruckReturn,
    plan: returnsPlan,
  },
  {
    id: 'routing',
    word: 'flows.new_routing',
    text: 'flows.new_routing_text',
    name: 'flows.new_routing',
    icon: IconArrowsSplit2,
    plan: routingPlan,
  },
  { id: 'blank', word: 'flows.new_blank', text: 'flows.new_blank_text', name: 'flows.new_name', icon: IconFile, plan: blankPlan },
];
