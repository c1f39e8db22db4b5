import { ProblemError } from '@madoguchi/client/client.ts';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { type AdminKey, useAdminWords } from './admin-words.ts';

const byCode: Record<string, AdminKey> = {
  'return.not_next': 'problem.return_not_next',
  'shop.source_taken': 'fault.shop_source_taken',
  'import.over': 'problem.import_over',
  'attribute.invalid': 'problem.attribute_invalid',
  'organization.domain_taken': 'problem.domain_taken',
  'organization.domain_refused': 'problem.domain_refused',
  'article.question_missing': 'fault.question_required',
  'article.answer_missing': 'fault.answer_required',
  'inbox.origin_invalid': 'fault.origin',
  'workspace.timezone_unknown': 'fault.timezone',
  'role.in_use': 'problem.role_in_use',
  'role.name_taken': 'problem.role_name_taken',
  'role.needs_sight': 'problem.role_needs_sight',
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
  'file.quote_open': 'problem.file_quote_open',
  'password.wrong': 'fault.password_wrong',
  'two_factor.code_wrong': 'fault.code_wrong',
  'two_factor.proposal_over': 'problem.proposal_over',
  'two_factor.own_first': 'problem.two_factor_own_first',
  'two_factor.required': 'problem.two_factor_required',
  'passkey.refused': 'problem.passkey_refused',
  'passkey.too_many': 'problem.passkey_too_many',
  'passkey.last_way_in': 'problem.passkey_last_way_in',
  'setup.done': 'problem.setup_done',
  'synonym.too_many': 'problem.synonym_too_many',
  'queue.overflow_refused': 'problem.queue_overflow',
  'queue.names_unknown': 'problem.queue_names',
  'automation.too_many': 'problem.automation_too_many',
  'automation.names_nobody': 'problem.automation_names_nobody',
  'stand_in.refused': 'problem.stand_in',
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
