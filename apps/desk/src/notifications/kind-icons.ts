import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import {
  IconAlertTriangle,
  IconAt,
  IconBellZ,
  IconChecklist,
  IconEar,
  IconHandStop,
  IconHourglassHigh,
  IconMessage,
  IconUserCheck,
  IconUserDown,
  IconUsersGroup,
} from '@tabler/icons-react';

export const kindIcons = {
  mentioned: IconAt,
  whispered: IconEar,
  assigned: IconUserCheck,
  taken_over: IconUserDown,
  customer_wrote: IconMessage,
  reply_failed: IconAlertTriangle,
  promise: IconHourglassHigh,
  snoozed_back: IconBellZ,
  offered: IconHandStop,
  approval_wanted: IconChecklist,
  approval_decided: IconChecklist,
  team_new: IconUsersGroup,
} satisfies Record<NotificationKind, unknown>;
