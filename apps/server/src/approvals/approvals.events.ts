import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. */
export const approvalRuleSaved = fact('approval_rule.saved', 1)<{ ruleId: string; name: string }>();
export const approvalRuleRemoved = fact('approval_rule.removed', 1)<{ ruleId: string; name: string }>();
export const approvalRulesSorted = fact('approval_rule.sorted', 1)<{ ids: string[] }>();

/** `approverIds`: who is asked. */
export const approvalAsked = fact('reply.approval_asked', 1)<{
  approvalId: string;
  messageId: string;
  seq: number;
  approverIds: string[];
}>();
/** Nobody approved in time: everybody who may is asked. */
export const approvalOverdue = fact('reply.approval_overdue', 1)<{
  approvalId: string;
  messageId: string;
  seq: number;
  approverIds: string[];
}>();
/** `changed`: it went out with other words than its author’s. */
export const replyApproved = fact('reply.approved', 1)<{
  approvalId: string;
  messageId: string;
  seq: number;
  authorId: string;
  changed: boolean;
}>();
export const replyReturned = fact('reply.returned', 1)<{
  approvalId: string;
  messageId: string;
  seq: number;
  authorId: string;
  comment: string;
}>();
