import type { View } from '@madoguchi/contract/conversations.ts';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readStored, writeStored } from '../app/storage.ts';
import type { FieldFilter } from './list/field-filter.ts';
import { views } from './views.ts';

const storageKey = 'madoguchi.view';

function lastView(): View {
  const stored = readStored(storageKey);
  return views.find((view) => view.name === stored)?.name ?? 'new';
}

/** Which list is on screen: the address says it; without a word there, the view this agent used last. */
export function useViewSearch(): { view: View; q: string; filter: FieldFilter } {
  const search = useSearch({ from: '/signed-in/conversations' });
  const view = search.view ?? lastView();
  useEffect(() => writeStored(storageKey, view), [view]);
  const { field } = search;
  return { view, q: search.q ?? '', filter: field ? { field, value: search.value } : {} };
}
