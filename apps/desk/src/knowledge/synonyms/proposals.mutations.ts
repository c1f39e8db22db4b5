import { acceptSynonymProposal, ignoreSynonymProposal, type SynonymProposal } from '@madoguchi/contract/proposed-synonyms.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { makeStore, useStore } from '../../ui/store.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { synonymsQuery } from '../knowledge.queries.ts';
import { proposalsQuery } from './proposals.queries.ts';

type Pair = Pick<SynonymProposal, 'asked' | 'written'>;
const isSame = (pair: Pair) => (other: Pair) => other.asked === pair.asked && other.written === pair.written;

/** Pairs taken off whose undo time still runs; outlives the page, so that leaving it loses nothing. */
const ignoredStore = makeStore<readonly Pair[]>([]);
const back = (pair: Pair) => ignoredStore.set((now) => now.filter((one) => !isSame(pair)(one)));
const drop = (pair: Pair) =>
  queryClient.setQueryData(proposalsQuery.queryKey, (now) => now && { items: now.items.filter((item) => !isSame(pair)(item)) });

/** Takes a pair as synonyms. */
export function useAccept() {
  const t = useAdminWords();
  return useMutation({
    mutationFn: ({ asked, written }: Pair) => call(acceptSynonymProposal, { body: { asked, written } }),
    onSuccess: (_group, { asked, written }) => {
      drop({ asked, written });
      void queryClient.invalidateQueries({ queryKey: synonymsQuery.queryKey });
      tell(t('proposed.told_accepted', { asked, written }));
    },
  });
}

/** Takes a pair off at once and tells the server when nobody has taken it back. */
export function useIgnore() {
  const t = useAdminWords();
  const ignored = useStore(ignoredStore, (now) => now);
  const { mutate } = useMutation({
    mutationFn: ({ asked, written }: Pair) => call(ignoreSynonymProposal, { body: { asked, written } }),
    onSuccess: (_nothing, pair) => drop(pair),
    onSettled: (_nothing, _error, pair) => back(pair),
  });
  const ignore = ({ asked, written }: Pair) => {
    const pair = { asked, written };
    ignoredStore.set((now) => [...now, pair]);
    tellWithUndo(t('proposed.told_ignored'), { label: t('undo'), undo: () => back(pair) }, () => mutate(pair));
  };
  return { ignore, isIgnored: (pair: Pair) => ignored.some(isSame(pair)) };
}
