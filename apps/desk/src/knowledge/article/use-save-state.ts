import type { Article } from '@madoguchi/contract/knowledge.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { clockTime, dayOf } from '../../ui/time.ts';
import { useNow, useReader } from '../../ui/use-now.ts';
import type { ArticleEditor } from './use-article-editor.ts';

/** Where the words on the screen are kept, said only when it is so. */
export function useSaveState(article: Article | null, { saving, dirty }: ArticleEditor): string {
  const t = useAdminWords();
  const reader = useReader();
  const now = useNow();
  if (saving) return t('article.saving');
  if (dirty) return t('article.on_this_device');
  if (!article) return '';
  const today = dayOf(article.updatedAt, reader.zone) === dayOf(new Date(now).toISOString(), reader.zone);
  return article.status === 'draft' && today
    ? t('article.draft_saved', { time: clockTime(article.updatedAt, reader) })
    : t('article.saved');
}
