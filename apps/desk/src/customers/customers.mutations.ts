import { type Customer, updateCustomer } from '@madoguchi/contract/customers.ts';
import type { InputOf } from '@madoguchi/contract/endpoint.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import { keys } from './customers.queries.ts';

export type CustomerChange = InputOf<typeof updateCustomer>['body'];

/** Puts what the server said of a customer on every screen that shows them. */
export function keepCustomer(customer: Customer): void {
  queryClient.setQueryData(keys.one(customer.id), customer);
  void queryClient.invalidateQueries({ queryKey: keys.lists });
  void queryClient.invalidateQueries({ queryKey: ['customers', 'count'] });
  void queryClient.invalidateQueries({ queryKey: ['customers', 'duplicates'] });
  void queryClient.invalidateQueries({ queryKey: ['customers', 'organization-proposal'] });
  void queryClient.invalidateQueries({ queryKey: ['conversations'] });
}

type Edit = { change: CustomerChange; back: CustomerChange; what: string };

/** Writes a change at once and offers to take it back. `what`: the field, as it is told. */
export function useEditCustomer(id: string) {
  const t = useAdminWords();
  const write = (change: CustomerChange) => call(updateCustomer, { params: { id }, body: change });
  const undo = useMutation({ mutationFn: (back: CustomerChange) => write(back), onSuccess: keepCustomer });
  return useMutation({
    mutationFn: ({ change }: Edit) => write(change),
    onSuccess: (saved, { back, what }) => {
      keepCustomer(saved);
      tellWithUndo(t('customer.told_changed', { what }), { label: t('undo'), undo: () => undo.mutate(back) });
    },
  });
}
