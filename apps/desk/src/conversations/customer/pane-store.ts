import { readStored, writeStored } from '../../app/storage.ts';
import { makeStore, useStore } from '../../ui/store.ts';

const storageKey = 'madoguchi.customer_pane';

/** column: shown beside the conversation on a wide screen (remembered) · drawer: opened over it on a narrow one */
const paneStore = makeStore({ column: readStored(storageKey) !== 'closed', drawer: false });

export const useCustomerPane = () => useStore(paneStore, (pane) => pane);

export function toggleCustomerPane(): void {
  const wide = window.matchMedia('(width >= 1200px)').matches;
  paneStore.set((pane) => (wide ? { ...pane, column: !pane.column } : { ...pane, drawer: !pane.drawer }));
  writeStored(storageKey, paneStore.get().column ? null : 'closed');
}

export const closeDrawer = (): void => paneStore.set((pane) => ({ ...pane, drawer: false }));
