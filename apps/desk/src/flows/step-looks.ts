import type { FlowStepType } from '@madoguchi/contract/flows.ts';
import {
  type Icon,
  IconArrowsSplit2,
  IconBook2,
  IconForms,
  IconHeadset,
  IconListCheck,
  IconMessage,
  IconPlugConnected,
  IconShieldCheck,
} from '@tabler/icons-react';
import type { AdminKey } from '../admin/admin-words.ts';

type Look = { icon: Icon; word: AdminKey; text: AdminKey };

/** How each kind of step is shown: its shape, its name and what it does. */
export const stepLooks: Record<FlowStepType, Look> = {
  say: { icon: IconMessage, word: 'flows.type_say', text: 'flows.type_say_text' },
  buttons: { icon: IconListCheck, word: 'flows.type_buttons', text: 'flows.type_buttons_text' },
  ask: { icon: IconForms, word: 'flows.type_ask', text: 'flows.type_ask_text' },
  branch: { icon: IconArrowsSplit2, word: 'flows.type_branch', text: 'flows.type_branch_text' },
  look_up: { icon: IconPlugConnected, word: 'flows.type_look_up', text: 'flows.type_look_up_text' },
  answer: { icon: IconBook2, word: 'flows.type_answer', text: 'flows.type_answer_text' },
  identify: { icon: IconShieldCheck, word: 'flows.type_identify', text: 'flows.type_identify_text' },
  hand_off: { icon: IconHeadset, word: 'flows.type_hand_off', text: 'flows.type_hand_off_text' },
};
