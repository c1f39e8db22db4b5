import {
  type CannedResponse,
  cannedUsage,
  createCannedResponse,
  createOwnCannedResponse,
  deleteCannedResponse,
  deleteOwnCannedResponse,
  listAllCannedResponses,
  listCannedResponses,
  updateCannedResponse,
  updateOwnCannedResponse,
} from '@madoguchi/contract/canned-responses.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';

/** What is looked after here: with the right to change everybody's, those of every team as well. */
export const cannedToKeepQuery = (mayWrite: boolean) =>
  queryOptions({
    queryKey: ['canned-responses', 'kept', mayWrite],
    queryFn: () => call(mayWrite ? listAllCannedResponses : listCannedResponses, {}),
  });
export const cannedUsageQuery = queryOptions({ queryKey: ['canned-usage'], queryFn: () => call(cannedUsage, {}), staleTime: 30_000 });

export type CannedValues = Omit<CannedResponse, 'id'>;

export const valuesOf = ({ id: _id, ...values }: CannedResponse): CannedValues => values;

const renew = () => queryClient.invalidateQueries({ queryKey: ['canned-responses'] });

/** Adds one, or changes the one with `id`. Who may not change everybody's, keeps their own. */
export async function saveCanned(id: string | null, { files, ...values }: CannedValues, mayWrite: boolean): Promise<void> {
  const body = { ...values, fileIds: files.map((file) => file.id) };
  if (mayWrite) await (id ? call(updateCannedResponse, { params: { id }, body }) : call(createCannedResponse, { body }));
  else await (id ? call(updateOwnCannedResponse, { params: { id }, body }) : call(createOwnCannedResponse, { body }));
  await renew();
}

/** Removes one at once; taking it back writes the same again, without the files that hung on it. */
export function useRemoveCanned(mayWrite: boolean) {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: (canned: CannedResponse) => saveCanned(null, { ...valuesOf(canned), files: [] }, mayWrite) });
  return useMutation({
    mutationFn: (canned: CannedResponse) => call(mayWrite ? deleteCannedResponse : deleteOwnCannedResponse, { params: { id: canned.id } }),
    onSuccess: async (_nothing, canned) => {
      await renew();
      tellWithUndo(t('canned.told_removed', { title: canned.title }), { label: t('undo'), undo: () => back.mutate(canned) });
    },
  });
}
