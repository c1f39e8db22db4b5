import type { ApprovalRule, ApprovalRuleBody } from '@madoguchi/contract/approvals.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';
import { numberFault } from '../queues/queue-values.ts';

/** As the form has it: numbers may be half typed. */
export type RuleValues = Omit<ApprovalRuleBody, 'minutes'> & { minutes: number | string; days: number | string; isForNew: boolean };

export const newRule: RuleValues = {
  name: '',
  enabled: true,
  conditions: {
    teamIds: [],
    inboxIds: [],
    channels: [],
    words: [],
    authors: { tiers: [], newerThanDays: null, agentIds: [] },
  },
  approvers: { agentIds: [], teamIds: [] },
  minutes: 30,
  days: 30,
  isForNew: false,
};

export const valuesOf = ({ id: _id, ...rule }: ApprovalRule): RuleValues => ({
  ...rule,
  days: rule.conditions.authors.newerThanDays ?? 30,
  isForNew: rule.conditions.authors.newerThanDays !== null,
});

export const bodyOf = ({ days, isForNew, ...values }: RuleValues): ApprovalRuleBody => ({
  ...values,
  name: values.name.trim(),
  minutes: Number(values.minutes),
  conditions: {
    ...values.conditions,
    authors: { ...values.conditions.authors, newerThanDays: isForNew ? Number(days) : null },
  },
});

export const ruleFaults = ({ name, minutes, days, isForNew }: RuleValues): Faults =>
  faults({
    name: textFault(name, 60),
    minutes: numberFault(minutes, 1, 10_080),
    ...(isForNew ? { days: numberFault(days, 1, 3650) } : {}),
  });
