import { OfflineError, ProblemError } from '@madoguchi/client/client.ts';
import type { WordKey, Words } from './locale.tsx';

/** The codes that have words of their own; every other one is told by its status. */
const byCode: Record<string, WordKey> = {
  'sign_in.wrong': 'problem.sign_in_wrong',
  'sign_in.code_wrong': 'problem.code_wrong',
  'sign_in.single_sign_on': 'problem.single_only',
  'sign_in.passkey_wrong': 'problem.passkey_wrong',
  'sign_in.step_over': 'problem.step_over',
  'message.already_sent': 'problem.already_sent',
  'conversation.answered_meanwhile': 'problem.answered_meanwhile',
  'message.move_refused': 'problem.move_refused',
  'customer.merge_refused': 'problem.merge_refused',
  'conversation.incomplete': 'problem.incomplete',
  'message.awaits_approval': 'problem.awaits_approval',
  'approval.decided': 'problem.approval_decided',
  'approval.not_yours': 'problem.approval_not_yours',
  'attribute.invalid': 'problem.field_invalid',
  'conversation.is_spam': 'problem.is_spam',
  'whisper.not_yours': 'problem.conflict',
  'snooze.past': 'problem.past_time',
  'message.schedule_past': 'problem.past_time',
  'conversation.merged': 'problem.merged',
  'conversation.merge_refused': 'problem.conversation_merge_refused',
  'conversation.split_refused': 'problem.split_refused',
  'related.self': 'problem.related_self',
  'related.has_parent': 'problem.related_has_parent',
  'related.circle': 'problem.related_circle',
  'person.held': 'problem.person_held',
  'side.address_malformed': 'problem.side_address',
  'side.address_of_customer': 'problem.side_customer',
  'side.address_own': 'problem.side_own',
  'side.inbox_refused': 'problem.side_inbox',
  'side.not_of_conversation': 'problem.side_not_of',
  'side.files_too_large': 'problem.side_too_large',
  'block.own': 'spam.told_own',
  'block.no_sender': 'problem.no_sender',
  'text.malformed': 'problem.malformed',
  'attachment.gone': 'problem.attachment_gone',
  'attachment.empty': 'problem.attachment_empty',
  'assignee.gone': 'problem.assignee_gone',
  'attachment.type_refused': 'problem.type_refused',
  'link.unavailable': 'problem.link_unavailable',
  'link.undone_already': 'problem.conflict',
  'offer.ended': 'problem.offer_ended',
  'escalation.nobody_above': 'problem.nobody_above',
  'queue.not_waiting': 'problem.not_waiting',
  'hand_over.refused': 'problem.hand_over_refused',
  'automation.changed_since': 'problem.automation_changed_since',
  'automation.not_undoable': 'problem.automation_not_undoable',
  'presence.reason_gone': 'problem.reason_gone',
};

const byStatus: Record<number, WordKey> = {
  400: 'problem.invalid',
  403: 'problem.forbidden',
  404: 'problem.not_found',
  409: 'problem.conflict',
  413: 'problem.too_large',
  415: 'problem.type_refused',
  422: 'problem.invalid',
  429: 'problem.too_many',
};

/** What happened and what to do, for any error that a request can end in. */
export function problemWords(t: Words, error: unknown): string {
  if (error instanceof OfflineError) return t('problem.offline');
  if (!(error instanceof ProblemError)) return t('problem.unknown');
  return t(byCode[error.code] ?? byStatus[error.status] ?? (error.status >= 500 ? 'problem.server' : 'problem.unknown'));
}
