import { listMailAddresses, type MailAddress, saveMailAddresses } from '@madoguchi/contract/mail-addresses.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../app/client.ts';
import { queryClient } from '../../../app/query-client.ts';
import { inboxSettingsQuery } from '../channel/channel.queries.ts';

export const addressesQuery = (id: string) =>
  queryOptions({ queryKey: ['mail-addresses', id], queryFn: () => call(listMailAddresses, { params: { id } }) });

/** The whole list, the main one first. The inbox's own settings name the main one, too. */
export async function saveAddresses(id: string, items: MailAddress[]): Promise<void> {
  const saved = await call(saveMailAddresses, { params: { id }, body: { items } });
  queryClient.setQueryData(addressesQuery(id).queryKey, saved);
  await queryClient.invalidateQueries({ queryKey: inboxSettingsQuery(id).queryKey });
}
