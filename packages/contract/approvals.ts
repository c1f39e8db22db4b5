import { z } from 'zod';
import { id, idParam, limits, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { message } from './messages.ts';

const few = z.array(personText(100).min(1)).max(50);

/** Whose replies wait, and which: every part that names something must hold. All empty: every reply of everybody who may not approve. */
export const approvalConditions = z.object({
  teamIds: z.array(id('tem')).max(50),
  inboxIds: z.array(id('ibx')).max(50),
  channels: few,
  /** In the reply. */
  words: few,
  /** One of these is enough: who answers at this tier, has been here for less than so many days, or is named. */
  authors: z.object({
    tiers: z.array(z.number().int().min(1).max(3)).max(3),
    newerThanDays: z.number().int().min(1).max(3650).nullable(),
    agentIds: z.array(id('agt')).max(200),
  }),
});
export type ApprovalConditions = z.infer<typeof approvalConditions>;

/** Whoever has the permission reply.approve may approve, too, and waits for nobody. */
export const approvalRuleBody = z.object({
  name: personText(60).min(1),
  enabled: z.boolean(),
  conditions: approvalConditions,
  /** Who is asked; nobody named: everybody with the permission. Nobody approves what they wrote. */
  approvers: z.object({ agentIds: z.array(id('agt')).max(50), teamIds: z.array(id('tem')).max(20) }),
  /** After so long everybody who may approve is asked. */
  minutes: z.number().int().min(1).max(10_080),
});
export type ApprovalRuleBody = z.infer<typeof approvalRuleBody>;
export const approvalRule = approvalRuleBody.extend({ id: id('apr') });
export type ApprovalRule = z.infer<typeof approvalRule>;

const rules = z.object({ items: z.array(approvalRule) });
const one = idParam('apr');
export const listApprovalRules = endpoint('GET', '/api/approval-rules', {
  summary: 'The rules by which replies wait for somebody’s approval; the first that holds counts',
  response: rules,
});
export const createApprovalRule = endpoint('POST', '/api/approval-rules', {
  summary: 'Add a rule',
  body: approvalRuleBody,
  response: approvalRule,
  status: 201,
});
export const updateApprovalRule = endpoint('PUT', '/api/approval-rules/:id', {
  summary: 'Change a rule; replies that wait already go on as they are',
  params: one,
  body: approvalRuleBody,
  response: approvalRule,
});
export const sortApprovalRules = endpoint('PUT', '/api/approval-rules/order', {
  summary: 'Put the rules in order',
  body: z.object({ ids: z.array(id('apr')).max(200) }),
  response: rules,
});
export const removeApprovalRule = endpoint('DELETE', '/api/approval-rules/:id', { summary: 'Remove a rule', params: one });

/** waiting: for somebody to approve · approved: it went out · returned: to its author, with a comment · withdrawn: its author took it back. */
export const approvalState = z.enum(['waiting', 'approved', 'returned', 'withdrawn']);
export type ApprovalState = z.infer<typeof approvalState>;

export const approval = z.object({
  id: id('apv'),
  messageId: id('msg'),
  ruleName: z.string(),
  state: approvalState,
  authorId: z.string(),
  askedAt: time,
  overdueAt: time,
  /** Everybody who may approve was asked, because nobody had done it in time. */
  escalated: z.boolean(),
  decidedAt: time.nullable(),
  decidedBy: z.string(),
  comment: z.string(),
  /** What its author wrote, where it was changed before it went out. */
  originalText: z.string().nullable(),
  /** The customer wrote after it was written. */
  customerWrote: z.boolean(),
  /** Whether whoever asks may approve it now. */
  mayDecide: z.boolean(),
});
export type Approval = z.infer<typeof approval>;

export const listApprovals = endpoint('GET', '/api/conversations/:id/approvals', {
  summary: 'The replies of a conversation that had to be approved, the latest first',
  params: idParam('cnv'),
  response: z.object({ items: z.array(approval) }),
});
const byId = idParam('apv');
/** 409 approval.decided when it is decided or taken back already; 403 approval.not_yours. */
export const approveReply = endpoint('POST', '/api/approvals/:id/approve', {
  summary: 'Let a reply go out, as it is or with other words; it goes at once, or at the time its author chose',
  params: byId,
  body: z.object({ text: personText(limits.messageCharacters).optional() }),
  response: message,
});
export const returnReply = endpoint('POST', '/api/approvals/:id/return', {
  summary: 'Give a reply back to its author, with a comment',
  params: byId,
  body: z.object({ comment: personText(1000).default('') }),
  response: message,
});
