import { checkInbox, getInboxSettings, updateInboxSettings } from '@madoguchi/contract/channels.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../app/client.ts';
import { queryClient } from '../../../app/query-client.ts';
import { bodyOf, type SettingForm } from './setting-values.ts';

export const inboxSettingsQuery = (id: string) =>
  queryOptions({ queryKey: ['inbox-settings', id], queryFn: () => call(getInboxSettings, { params: { id } }) });

/**
 * The last proof of an inbox's settings in this window. It speaks with the platform, so it runs only when it is asked to; the settings are read anew
 * after it, for a channel may have learned some of them there.
 */
export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ['inbox-check', id],
    queryFn: async () => {
      const found = await call(checkInbox, { params: { id } });
      void queryClient.invalidateQueries({ queryKey: inboxSettingsQuery(id).queryKey });
      return found;
    },
    enabled: false,
    staleTime: Infinity,
    retry: false,
  });

export async function saveSettings(id: string, fields: Parameters<typeof bodyOf>[0], values: SettingForm): Promise<void> {
  const saved = await call(updateInboxSettings, { params: { id }, body: { values: bodyOf(fields, values) } });
  queryClient.setQueryData(inboxSettingsQuery(id).queryKey, saved);
}
