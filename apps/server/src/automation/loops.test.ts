import type { Action } from '@madoguchi/contract/actions.ts';
import type { RuleBody } from '@madoguchi/contract/automation.ts';
import type { Condition } from '@madoguchi/contract/automation-conditions.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setTags } from '../conversations/commands/manage.ts';
import { setPriority } from '../conversations/commands/priority.ts';
import { automationHouse, on, ruleOf } from './automation.testkit.ts';
import { createRule, removeRule } from './rules/rules.commands.ts';
import { listRules } from './rules/rules.queries.ts';
import { DEEPEST, MOST_IN_HOUR } from './runs/loops.rules.ts';

const house = await automationHouse();

const tag = fc.constantFrom('赤', '青', '黄');
const priority = fc.constantFrom('low' as const, 'normal' as const, 'high' as const);
const someAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('set_priority' as const), priority }),
  fc.record({ do: fc.constant('add_tags' as const), tags: tag.map((one) => [one]) }),
  fc.record({ do: fc.constant('remove_tags' as const), tags: tag.map((one) => [one]) }),
  fc.record({ do: fc.constant('set_status' as const), status: fc.constantFrom('open' as const, 'waiting' as const, 'resolved' as const) }),
  fc.constant<Action>({ do: 'assign_agent', agentId: house.suzuki.actor.id }),
  fc.constant<Action>({ do: 'assign_agent', agentId: null }),
  fc.constant<Action>({ do: 'reply', text: 'はい' }),
);
const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('tag' as const), is: fc.boolean(), of: tag.map((one) => [one]) }),
  fc.record({ field: fc.constant('priority' as const), is: fc.boolean(), of: priority.map((one) => [one]) }),
);
const someRule: fc.Arbitrary<RuleBody> = fc
  .record({
    when: fc.constantFrom(
      ...(['tagged', 'priority_changed', 'status_changed', 'assigned', 'agent_replied', 'reopened', 'customer_message'] as const),
    ),
    conditions: fc.array(
      someCondition.map((one) => ({ any: [one] })),
      { maxLength: 1 },
    ),
    actions: fc.array(someAction, { minLength: 1, maxLength: 2 }),
    stopAfter: fc.boolean(),
  })
  .map(({ when, ...rest }) => ruleOf({ ...rest, when: on(when) }));

/** Each answers the one before it, whatever the reply at the beginning has changed meanwhile. */
const chained: RuleBody[] = [
  ruleOf({ when: on('tagged'), conditions: [], actions: [{ do: 'set_priority', priority: 'low' }], stopAfter: false }),
  ruleOf({ when: on('priority_changed'), conditions: [], actions: [{ do: 'set_status', status: 'resolved' }], stopAfter: false }),
  ruleOf({ when: on('status_changed'), conditions: [], actions: [{ do: 'reply', text: 'はい' }], stopAfter: false }),
];

test('whatever rules there are, they come to an end, and none answers itself', async () => {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(someRule, { minLength: 2, maxLength: 6 }), fc.boolean(), async (rules, byTag) => {
      await house.readAll();
      for (const { id } of await house.system.transaction((tx) => listRules(house.system, tx))) await removeRule(house.system, id);
      const id = await house.writes(await house.visitor(), 'こんにちは');
      await house.readAll();
      const before = (await house.runs()).length;
      for (const rule of rules) await createRule(house.system, rule);
      if (byTag) await setTags(house.suzuki, id, ['赤']);
      else await setPriority(house.suzuki, id, 'high');
      await house.answers(id, 'はい。');
      // Throws where it goes on and on.
      await house.readAll();

      const runs = (await house.runs()).slice(before);
      for (const { rule_id, chain } of runs) {
        expect(chain).not.toContain(rule_id);
        expect(new Set(chain).size).toBe(chain.length);
        expect(chain.length).toBeLessThan(DEEPEST);
        longest = Math.max(longest, chain.length);
      }
      for (const own of Map.groupBy(runs, (run) => `${run.rule_id}/${run.conversation_id}`).values())
        expect(own.filter(({ changed }) => changed).length).toBeLessThanOrEqual(MOST_IN_HOUR);
    }),
    { numRuns: 25, examples: [[chained, true]] },
  );
  // They did answer each other.
  expect(longest).toBeGreaterThan(1);
}, 120_000);
