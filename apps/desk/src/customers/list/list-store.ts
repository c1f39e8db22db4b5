import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { readStored, writeStored } from '../../app/storage.ts';
import { makeStore } from '../../ui/store.ts';

export const COLUMNS = ['email', 'phone', 'organization', 'tags', 'prefecture', 'seen'] as const;
export type Column = (typeof COLUMNS)[number] | `attribute:${string}`;

const storageKey = 'madoguchi.customer_columns';
const FIRST: Column[] = ['organization', 'email', 'tags', 'seen'];

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name) || name.startsWith('attribute:');

/** What was asked for stays while an agent looks at a customer and comes back. */
export const filterStore = makeStore<CustomerFilter>({});

/** Which columns the list has, in their order; remembered on this device. */
export const columnsStore = makeStore<readonly Column[]>(readColumns());

function readColumns(): readonly Column[] {
  const stored = readStored(storageKey);
  return stored === null ? FIRST : stored.split('\n').filter(isColumn);
}

export function setColumns(columns: readonly Column[]): void {
  columnsStore.set(columns);
  writeStored(storageKey, columns.join('\n'));
}

/** A filter without what is empty, so that two that mean the same are the same. */
export const tidy = (filter: { [field in keyof CustomerFilter]?: CustomerFilter[field] | undefined }): CustomerFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([field, value]) => value !== undefined && (value !== '' || field === 'attributeValue')),
  ) as CustomerFilter;
