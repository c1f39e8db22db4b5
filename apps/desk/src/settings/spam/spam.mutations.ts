import { addSpamBlock, removeSpamBlock, type SpamBlock, switchSpamFilter } from '@madoguchi/contract/spam.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../../conversations/conversations.queries.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { blocksKey, spamFilterQuery } from './spam.queries.ts';

export type BlockBody = Pick<SpamBlock, 'kind' | 'value' | 'because'>;

/** What is open from a sender comes and goes with the block: lists and counts are asked for again. */
async function changed(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: keys.lists });
  void queryClient.invalidateQueries({ queryKey: keys.counts });
  await queryClient.invalidateQueries({ queryKey: blocksKey });
}

async function add({ kind, value, because }: BlockBody) {
  const added = await call(addSpamBlock, { body: { kind, value, because } });
  await changed();
  return added;
}

async function remove(id: string, release: boolean): Promise<void> {
  await call(removeSpamBlock, { params: { id }, query: { release: release ? 'yes' : 'no' } });
  await changed();
}

/** Blocks a sender; taken back, what went to spam by it comes back. Rejects when the server refuses. */
export function useAddBlock() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: (id: string) => remove(id, true) });
  return async (body: BlockBody): Promise<void> => {
    const { block, moved } = await add(body);
    const { id, value } = block;
    const told = moved > 0 ? t('spam.told_added_moved', { value, count: moved }) : t('spam.told_added', { value });
    tellWithUndo(told, { label: t('undo'), undo: () => back.mutate(id) });
  };
}

/** Unblocks at once; taking it back blocks the same again. */
export function useRemoveBlock() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: add });
  return useMutation({
    mutationFn: ({ id }: SpamBlock) => remove(id, false),
    onSuccess: (_nothing, block) =>
      tellWithUndo(t('spam.told_removed', { value: block.value }), { label: t('undo'), undo: () => back.mutate(block) }),
  });
}

export function useSwitchFilter() {
  return useMutation({
    mutationFn: (on: boolean) => call(switchSpamFilter, { body: { on } }),
    onMutate: (on) => queryClient.setQueryData(spamFilterQuery.queryKey, (now) => now && { ...now, on }),
    onSuccess: (filter) => queryClient.setQueryData(spamFilterQuery.queryKey, filter),
    onError: () => void queryClient.invalidateQueries({ queryKey: spamFilterQuery.queryKey }),
  });
}
