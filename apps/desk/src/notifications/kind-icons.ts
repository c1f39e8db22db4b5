import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import {
  IconAlertTriangle,
  IconAt,
  IconBellZ,
  IconChecklist,
  IconHandStop,
  IconHourglassHigh,
  IconMessage,
  IconUserCheck,
  IconUsersGroup,
} from '@tabler/icons-react';

export const kindIcons = {
  mentioned: IconAt,
  assigned: IconUserCheck,
  customer_wrote: IconMessage,
  reply_failed: IconAlertTriangle,
  promise: IconHourglassHigh,
  snoozed_back: IconBellZ,
  offered: IconHandStop,
  approval_wanted: IconChecklist,
  approval_decided: IconChecklist,
  team_new: IconUsersGroup,
} satisfies Record<NotificationKind, unknown>;
