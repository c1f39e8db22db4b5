import type { Article } from '@madoguchi/contract/knowledge.ts';
import { passGate } from '../gate/gate-store.ts';
import { fieldFaults, tidy } from './fields.ts';
import type { ArticleEditor } from './use-article-editor.ts';

/** Saves; what customers (and the bot) will read is first tried against the checked questions. */
export const useGatedSave =
  (article: Article | null, editor: ArticleEditor) =>
  async ({ publish = false } = {}): Promise<void> => {
    const goesOut = publish || article?.status === 'published';
    const isWhole = Object.keys(fieldFaults(editor.fields, goesOut)).length === 0;
    if (goesOut && isWhole && article?.audience !== 'internal') {
      const { question, answer, category, examples } = tidy(editor.fields);
      if (!(await passGate({ kind: 'article', articleId: article?.id ?? null, question, answer, category, examples }))) return;
    }
    await editor.save({ publish });
  };
