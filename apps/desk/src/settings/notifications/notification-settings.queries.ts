import { getNotificationPolicy, listPushDevices, type OwnNotificationSettings } from '@madoguchi/contract/notifications.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { ownSettingsQuery } from '../../notifications/quiet-line.tsx';

export const policyQuery = queryOptions({ queryKey: ['notification-policy'], queryFn: () => call(getNotificationPolicy, {}) });
export const devicesQuery = queryOptions({ queryKey: ['push-devices'], queryFn: () => call(listPushDevices, {}) });

export function keepOwn(own: OwnNotificationSettings): OwnNotificationSettings {
  queryClient.setQueryData(ownSettingsQuery.queryKey, own);
  return own;
}
