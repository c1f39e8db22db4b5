import { requestArticleReview } from '@madoguchi/contract/article-life.ts';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { useArticleChange } from '../../use-article-change.ts';

/** Asks whoever may publish to look at a draft; with the way back. */
export function useAskForReview(id: string): () => void {
  const t = useAdminWords();
  const change = useArticleChange();
  const set = (requested: boolean) => () => call(requestArticleReview, { params: { id }, body: { requested } });
  return () =>
    change.mutate(set(true), {
      onSuccess: () => tellWithUndo(t('life.told_requested'), { label: t('undo'), undo: () => change.mutate(set(false)) }),
    });
}
