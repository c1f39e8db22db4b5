import type { AdminKey } from '../../admin/admin-words.ts';

const words: Record<string, AdminKey> = {
  'start.missing': 'flows.fault_start_missing',
  'step.missing': 'flows.fault_step_missing',
  'step.repeated': 'flows.fault_step_repeated',
  'step.unreachable': 'flows.fault_step_unreachable',
  'cycle.silent': 'flows.fault_cycle_silent',
  'text.missing': 'flows.fault_text_missing',
  'field.unknown': 'flows.fault_field_unknown',
  'url.refused': 'flows.fault_url_refused',
  'field.reserved': 'flows.fault_field_reserved',
  'mail.not_set_up': 'flows.fault_mail_not_set_up',
  'mail.only_signed': 'flows.fault_mail_only_signed',
  'text.no_inbox': 'flows.fault_text_no_inbox',
  'team.missing': 'flows.fault_team_missing',
  'article.missing': 'flows.fault_article_missing',
};

/** What a fault's code says. */
export const faultWord = (code: string): AdminKey => words[code] ?? 'flows.fault_other';
