import { createSynonym, deleteSynonym, type SynonymGroup, updateSynonym } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { synonymsQuery } from '../knowledge.queries.ts';

const change = (run: (items: SynonymGroup[]) => SynonymGroup[]) =>
  queryClient.setQueryData(synonymsQuery.queryKey, (now) => now && { items: run(now.items) });

const lastChangedFirst = (a: SynonymGroup, b: SynonymGroup) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt);

/** Adds a group, or changes the one with `id`. */
export async function saveSynonyms(id: string | null, words: string[]): Promise<void> {
  const saved = id ? await call(updateSynonym, { params: { id }, body: { words } }) : await call(createSynonym, { body: { words } });
  change((items) => [saved, ...items.filter((one) => one.id !== saved.id)].sort(lastChangedFirst));
}

/** Removes a group at once; taking it back writes the same again. */
export function useRemoveSynonyms() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: ({ words }: SynonymGroup) => saveSynonyms(null, words) });
  return useMutation({
    mutationFn: ({ id }: SynonymGroup) => call(deleteSynonym, { params: { id } }),
    onSuccess: (_nothing, group) => {
      change((items) => items.filter(({ id }) => id !== group.id));
      tellWithUndo(t('synonyms.told_removed', { word: group.words[0] ?? '' }), { label: t('undo'), undo: () => back.mutate(group) });
    },
    // Somebody else may have removed it first: the list tells how things stand.
    onError: () => queryClient.invalidateQueries({ queryKey: synonymsQuery.queryKey }),
  });
}
