import { addCheckedQuestion, type CheckedQuestion, removeCheckedQuestion, replayQuestions } from '@madoguchi/contract/checked-questions.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { checkedQuery } from './checked.queries.ts';

const changed = () => queryClient.invalidateQueries({ queryKey: checkedQuery.queryKey });

export async function addChecked(question: string, articleId: string | null): Promise<void> {
  await call(addCheckedQuestion, { body: { question, articleId } });
  await changed();
}

/** Takes a question off at once; taking that back adds it by hand. */
export function useRemoveChecked() {
  const t = useAdminWords();
  return useMutation({
    mutationFn: ({ id }: CheckedQuestion) => call(removeCheckedQuestion, { params: { id } }),
    onSuccess: (_nothing, { question, article }) => {
      void changed();
      tellWithUndo(t('checked.told_removed', { question }), {
        label: t('undo'),
        undo: () => void addChecked(question, article?.id ?? null).catch(tellFailure),
      });
    },
    onError: changed,
  });
}

/** Asks all of them again, of the knowledge as it is. */
export const useReplay = () => useMutation({ mutationFn: () => call(replayQuestions, { body: { change: null } }) });
