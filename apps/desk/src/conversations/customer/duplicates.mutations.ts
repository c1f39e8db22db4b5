import type { Duplicate } from '@madoguchi/contract/customer-merges.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { distinguishCustomer, listDuplicates, mergeCustomer, undoMerge } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { queryClient } from '../../app/query-client.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { customerName } from '../customer-name.ts';

export const duplicatesKey = ['customers', 'duplicates'] as const;

/** Who may be the same person as a customer. */
export const duplicatesQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...duplicatesKey, customerId] as const,
    queryFn: () => call(listDuplicates, { params: { id: customerId } }),
    staleTime: 60_000,
  });

/** A merge changes who is who on every list, and what belongs to whom. */
const renewEverything = () =>
  Promise.all([queryClient.invalidateQueries({ queryKey: ['customers'] }), queryClient.invalidateQueries({ queryKey: ['conversations'] })]);

/** Takes a merge back. */
export function useUndoMerge() {
  const t = useWords();
  return useMutation({
    mutationFn: (mergeId: string) => call(undoMerge, { params: { id: mergeId } }),
    onSuccess: () => tell(t('duplicate.told_unmerged')),
    onSettled: renewEverything,
  });
}

/** Says that the other one is this customer, at once; taken back in the note that tells it, or on the customer's page at any time. */
export function useMerge(customerId: string) {
  const t = useWords();
  const undo = useUndoMerge();
  return useMutation({
    mutationFn: ({ customer }: Duplicate) => call(mergeCustomer, { params: { id: customerId }, body: { otherId: customer.id } }),
    onSuccess: ({ mergeId }, { customer }) =>
      tellWithUndo(t('duplicate.told_merged', { name: customerName(t, customer.name) }), {
        label: t('duplicate.undo'),
        undo: () => undo.mutate(mergeId),
      }),
    onSettled: renewEverything,
  });
}

/** Says that two are not the same person, or takes that back; the proposal goes and comes at once. */
export function useDistinguish(customerId: string) {
  const t = useWords();
  const say = (otherId: string, distinct: boolean) =>
    call(distinguishCustomer, { params: { id: customerId, otherId }, body: { distinct } });
  const back = useMutation({
    mutationFn: (otherId: string) => say(otherId, false),
    onSettled: () => queryClient.invalidateQueries({ queryKey: duplicatesKey }),
  });
  return useMutation({
    mutationFn: ({ customer }: Duplicate) => say(customer.id, true),
    onSuccess: (_nothing, { customer }) => {
      queryClient.setQueryData(
        duplicatesQuery(customerId).queryKey,
        (now) => now && { items: now.items.filter((one) => one.customer.id !== customer.id) },
      );
      tellWithUndo(t('duplicate.told_distinct'), { label: t('duplicate.undo'), undo: () => back.mutate(customer.id) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: duplicatesKey }),
  });
}
