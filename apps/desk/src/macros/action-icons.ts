import type { Action } from '@madoguchi/contract/actions.ts';
import {
  type Icon,
  IconBellZ,
  IconCircleCheck,
  IconFlag,
  IconForms,
  IconHeading,
  IconNote,
  IconSend,
  IconStack2,
  IconTag,
  IconTagOff,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';

export const actionIcon: Record<Action['do'], Icon> = {
  reply: IconSend,
  note: IconNote,
  set_status: IconCircleCheck,
  assign_agent: IconUserPlus,
  assign_team: IconUsers,
  place_in_queue: IconStack2,
  add_tags: IconTag,
  remove_tags: IconTagOff,
  set_priority: IconFlag,
  set_field: IconForms,
  snooze: IconBellZ,
  rename: IconHeading,
};
