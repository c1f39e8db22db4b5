import { ProblemError } from '@madoguchi/client/client.ts';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { type AdminKey, useAdminWords } from './admin-words.ts';

const byCode: Record<string, AdminKey> = {
  'article.question_missing': 'fault.question_required',
  'article.answer_missing': 'fault.answer_required',
  'inbox.origin_invalid': 'fault.origin',
  'workspace.timezone_unknown': 'fault.timezone',
  'agent.last_owner': 'problem.last_owner',
  'agent.email_taken': 'fault.email_taken',
  'canned.shortcut_taken': 'fault.shortcut_taken',
  'article.changed_meanwhile': 'problem.article_changed',
  'article.not_draft': 'problem.not_draft',
  'article.is_archived': 'problem.is_archived',
  'article.owner_unknown': 'problem.owner_unknown',
  'schedule.in_past': 'problem.in_past',
  'schedule.ends_first': 'problem.ends_first',
  'category.tree_refused': 'problem.category_tree',
  'slug.empty': 'problem.slug_empty',
  'file.empty': 'problem.file_empty',
  'file.too_large': 'problem.file_too_large',
  'file.too_many_rows': 'problem.file_too_many_rows',
  'file.type_unknown': 'problem.file_type_unknown',
  'file.unreadable': 'problem.file_unreadable',
  'password.wrong': 'fault.password_wrong',
  'setup.done': 'problem.setup_done',
  'synonym.too_many': 'problem.synonym_too_many',
};

/** Turns any error of a request into what happened and what to do, in the language now on screen. */
export function useProblemWords(): (error: unknown) => string {
  const t = useAdminWords();
  const desk = useWords();
  return (error) => {
    const own = error instanceof ProblemError ? byCode[error.code] : undefined;
    return own ? t(own) : problemWords(desk, error);
  };
}
