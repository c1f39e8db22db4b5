import { type CannedResponse, createCannedResponse, deleteCannedResponse, updateCannedResponse } from '@madoguchi/contract/workspaces.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { cannedQuery } from '../settings.queries.ts';

export type CannedBody = Omit<CannedResponse, 'id'>;

export const bodyOf = ({ shortcut, title, text, locale }: CannedResponse): CannedBody => ({ shortcut, title, text, locale });

const change = (run: (items: CannedResponse[]) => CannedResponse[]) =>
  queryClient.setQueryData(cannedQuery.queryKey, (now) => now && { items: run(now.items) });

/** Adds one, or changes the one with `id`. */
export async function saveCanned(id: string | null, body: CannedBody): Promise<void> {
  const saved = id ? await call(updateCannedResponse, { params: { id }, body }) : await call(createCannedResponse, { body });
  change((items) => (id ? items.map((one) => (one.id === id ? saved : one)) : [...items, saved]));
}

/** Removes one at once; taking it back writes the same again. */
export function useRemoveCanned() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: (canned: CannedResponse) => saveCanned(null, bodyOf(canned)) });
  return useMutation({
    mutationFn: (canned: CannedResponse) => call(deleteCannedResponse, { params: { id: canned.id } }),
    onSuccess: (_nothing, canned) => {
      change((items) => items.filter(({ id }) => id !== canned.id));
      tellWithUndo(t('canned.told_removed', { title: canned.title }), { label: t('undo'), undo: () => back.mutate(canned) });
    },
  });
}
