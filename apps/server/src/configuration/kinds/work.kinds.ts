import { approvalRuleBody } from '@madoguchi/contract/approvals.ts';
import { ruleBody } from '@madoguchi/contract/automation.ts';
import { flowPlan, flowStatus } from '@madoguchi/contract/flows.ts';
import { procedureBody } from '@madoguchi/contract/procedures.ts';
import { createPolicy as createPolicyContract } from '@madoguchi/contract/promises.ts';
import { createQueue as createQueueContract, createSkill as createSkillContract, routingSettings } from '@madoguchi/contract/routing.ts';
import { allSurveySettings, surveySettings } from '@madoguchi/contract/surveys.ts';
import { z } from 'zod';
import * as approvals from '../../approvals/rules/rules.commands.ts';
import { listRules as listApprovalRules } from '../../approvals/rules/rules.queries.ts';
import { createRule, orderRules, removeRule, updateRule } from '../../automation/rules/rules.commands.ts';
import { listRules } from '../../automation/rules/rules.queries.ts';
import { createFlow, setFlowStatus, updateFlow } from '../../flows/flows.commands.ts';
import { flowRow, listFlowsOf, planOf, toFlow } from '../../flows/flows.queries.ts';
import { createProcedure, removeProcedure, sortProcedures, updateProcedure } from '../../procedures/procedures.commands.ts';
import { listProcedures } from '../../procedures/procedures.queries.ts';
import { updateRoutingSettings } from '../../routing/presence/settings.commands.ts';
import { routingSettings as readRouting } from '../../routing/presence/settings.queries.ts';
import { createSkill, removeSkill, updateSkill } from '../../routing/profiles/profiles.commands.ts';
import { listSkills } from '../../routing/profiles/profiles.queries.ts';
import { createQueue, removeQueue, sortQueues, updateQueue } from '../../routing/queues/queues.commands.ts';
import { listQueues } from '../../routing/queues/queues.queries.ts';
import { createPolicy, orderPolicies, removePolicy, updatePolicy } from '../../sla/policies/policies.commands.ts';
import { listPolicies } from '../../sla/policies/policies.queries.ts';
import { setInboxSettings, setSettings } from '../../surveys/settings/settings.commands.ts';
import { allSettings } from '../../surveys/settings/settings.queries.ts';
import type { Kind } from '../configuration.types.ts';
import { manyOf, oneOf } from './make-kind.ts';

const queueShape = createQueueContract.body.extend({ isDefault: z.boolean().default(false) });
/** By inbox, so that the order does not depend on ids. */
const surveyShape = allSurveySettings.extend({ inboxes: z.record(z.string(), surveySettings) });
const flowShape = flowPlan.extend({ status: flowStatus.exclude(['archived']) });

export const routingKinds: Kind[] = [
  manyOf({
    name: 'skills',
    prefix: 'skl',
    shape: createSkillContract.body,
    list: listSkills,
    idOf: ({ id }) => id,
    create: (ctx, { name }) => createSkill(ctx, name),
    update: (ctx, id, { name }) => updateSkill(ctx, id, name),
    remove: removeSkill,
  }),
  manyOf({
    name: 'queues',
    prefix: 'que',
    shape: queueShape,
    isDefault: ({ isDefault }) => isDefault === true,
    // Two may overflow into one another.
    alone: (value) => ({ ...value, overflow: null }),
    list: listQueues,
    idOf: ({ id }) => id,
    create: (ctx, { isDefault: _, ...value }) => createQueue(ctx, value),
    update: (ctx, id, { isDefault: _, ...value }) => updateQueue(ctx, id, value),
    remove: removeQueue,
    sort: sortQueues,
  }),
  oneOf({ name: 'routing', shape: routingSettings, read: readRouting, write: updateRoutingSettings }),
];

/** What goes on with conversations, by rule. */
export const workKinds: Kind[] = [
  manyOf({
    name: 'procedures',
    shape: procedureBody,
    list: listProcedures,
    idOf: ({ id }) => id,
    create: createProcedure,
    update: updateProcedure,
    remove: removeProcedure,
    sort: sortProcedures,
  }),
  manyOf({
    name: 'approval-rules',
    shape: approvalRuleBody,
    list: listApprovalRules,
    idOf: ({ id }) => id,
    create: (ctx, value) => approvals.saveRule(ctx, null, value),
    update: (ctx, id, value) => approvals.saveRule(ctx, id, value),
    remove: approvals.removeRule,
    sort: approvals.sortRules,
  }),
  manyOf({
    name: 'promises',
    shape: createPolicyContract.body,
    list: (ctx, tx) => listPolicies(tx, ctx.viewer.workspaceId),
    idOf: ({ id }) => id,
    create: createPolicy,
    update: updatePolicy,
    remove: removePolicy,
    sort: orderPolicies,
  }),
  manyOf({
    name: 'automation',
    shape: ruleBody,
    list: listRules,
    idOf: ({ id }) => id,
    create: createRule,
    update: updateRule,
    remove: removeRule,
    sort: orderRules,
  }),
  oneOf({
    name: 'surveys',
    shape: surveyShape,
    read: async (ctx, tx) => {
      const { workspace, inboxes } = await allSettings(ctx, tx);
      return { workspace, inboxes: Object.fromEntries(inboxes.map(({ inboxId, settings }) => [inboxId, settings])) };
    },
    write: async (ctx, { workspace, inboxes }) => {
      const before = await setSettings(ctx, workspace);
      for (const { inboxId } of before.inboxes) if (!(inboxId in inboxes)) await setInboxSettings(ctx, inboxId, null);
      for (const [inboxId, settings] of Object.entries(inboxes)) await setInboxSettings(ctx, inboxId, settings);
    },
  }),
  manyOf({
    name: 'flows',
    prefix: 'flw',
    shape: flowShape,
    list: async (ctx, tx) => {
      const kept = (await listFlowsOf(ctx, tx)).filter(({ status }) => status !== 'archived');
      const rows = [];
      for (const { id } of kept) {
        const row = await flowRow(ctx, tx, id);
        // What customers are led through; what somebody is still drawing is not for others yet.
        rows.push(row.published_plan ? { ...toFlow(row), ...planOf(row.published_plan) } : toFlow(row));
      }
      return rows;
    },
    idOf: ({ id }) => id,
    create: async (ctx, { status, ...plan }) => {
      const { id } = await createFlow(ctx, plan);
      return setFlowStatus(ctx, id, status);
    },
    update: async (ctx, id, { status, ...plan }) => {
      const { version } = await ctx.transaction((tx) => flowRow(ctx, tx, id));
      await updateFlow(ctx, id, { ...plan, version });
      await setFlowStatus(ctx, id, status);
    },
  }),
];
