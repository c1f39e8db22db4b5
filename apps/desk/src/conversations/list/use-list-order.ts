import type { ListOrder, View } from '@madoguchi/contract/conversations.ts';
import { useState } from 'react';
import { readOwn, writeOwn } from '../../app/own-storage.ts';

const name = 'list-order';

/** In which order a list is, as this agent chose last; what is due soon comes by its due time in any case. */
export function useListOrder(view: View): [ListOrder, (order: ListOrder) => void] {
  const [chosen, setChosen] = useState<ListOrder>(() => (readOwn(name) === 'due' ? 'due' : 'activity'));
  const choose = (order: ListOrder) => {
    writeOwn(name, order === 'due' ? 'due' : null);
    setChosen(order);
  };
  return [canChoose(view) ? chosen : view === 'due' ? 'due' : 'activity', choose];
}

/** Where something can be due at all, and not everything is. */
export const canChoose = (view: View): boolean => view === 'new' || view === 'mine' || view === 'all';
