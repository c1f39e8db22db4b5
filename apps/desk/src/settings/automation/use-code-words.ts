import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';

const byCode: Record<string, AdminKey> = {
  'action.text_emptied': 'automation.code.text_emptied',
  'action.names_unknown': 'automation.code.names_unknown',
  'assignee.gone': 'automation.code.assignee_gone',
  'conversation.is_spam': 'automation.code.is_spam',
  'conversation.merged': 'automation.code.merged',
  'queue.not_waiting': 'automation.code.not_waiting',
  'conversation.incomplete': 'automation.code.incomplete',
};

/** Why an action could not be done, from the code of its refusal. */
export function useCodeWords(): (code: string | null) => string {
  const t = useAdminWords();
  return (code) => t(byCode[code ?? ''] ?? 'automation.code.unexpected');
}
