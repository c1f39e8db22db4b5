import {
  type ApprovalRule,
  type ApprovalRuleBody,
  createApprovalRule,
  listApprovalRules,
  removeApprovalRule,
  sortApprovalRules,
  updateApprovalRule,
} from '@madoguchi/contract/approvals.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export const approvalRulesQuery = queryOptions({ queryKey: ['approval-rules'], queryFn: () => call(listApprovalRules, {}) });

const keep = (run: (items: ApprovalRule[]) => ApprovalRule[]) =>
  queryClient.setQueryData(approvalRulesQuery.queryKey, (now) => now && { items: run(now.items) });

export async function saveApprovalRule(id: string | null, body: ApprovalRuleBody): Promise<void> {
  const saved = id ? await call(updateApprovalRule, { params: { id }, body }) : await call(createApprovalRule, { body });
  keep((items) => (id ? items.map((one) => (one.id === id ? saved : one)) : [...items, saved]));
}

export async function dropApprovalRule(id: string): Promise<void> {
  await call(removeApprovalRule, { params: { id } });
  keep((items) => items.filter((one) => one.id !== id));
}

export async function orderApprovalRules(ids: string[]): Promise<void> {
  const { items } = await call(sortApprovalRules, { body: { ids } });
  keep(() => items);
}
