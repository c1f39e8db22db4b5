import type { Article } from '@madoguchi/contract/knowledge.ts';
import { useEffect, useRef } from 'react';
import { sameValue } from '../../admin/same-value.ts';
import { fieldFaults, tidy } from './fields.ts';
import type { ArticleEditor } from './use-article-editor.ts';

const PAUSE_IN_MS = 3000;

/**
 * Saves a draft when its writer pauses, a new article as soon as it has a question. Only drafts: what customers read changes when somebody says so. What does not get through stays
 * on this machine, and is tried again with the next words.
 */
export function useAutosave(article: Article | null, editor: ArticleEditor): void {
  const latest = useRef(editor);
  latest.current = editor;
  const { fields, stored, conflict } = editor;
  // Words of a new article that were found on this machine can still be thrown away; they are saved once somebody goes on with them.
  const found = useRef(fields);
  const isTouched = article !== null || fields !== found.current;
  const isDraft = article === null || article.status === 'draft';
  const due = isTouched && isDraft && conflict === null && !sameValue(tidy(fields), stored);
  useEffect(() => {
    if (!due || Object.keys(fieldFaults(fields, false)).length > 0) return undefined;
    const timer = setTimeout(() => void latest.current.save({ quiet: true }), PAUSE_IN_MS);
    return () => clearTimeout(timer);
  }, [due, fields]);
}
