import type { Action } from '@madoguchi/contract/actions.ts';
import type { AutomationRule, RuleBody, RuleEvent, RuleSince } from '@madoguchi/contract/automation.ts';
import { stage } from '../../test/stage.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { noBot } from '../routing/place/told.queries.ts';
import { automationReader } from './automation.reader.ts';
import { forgetRules } from './rules/active.queries.ts';
import { createRule } from './rules/rules.commands.ts';
import type { AutomationDeps } from './runs/apply.commands.ts';
import { armAll } from './timers/arm-all.commands.ts';
import { fireDue } from './timers/fire.commands.ts';

/** What is usual of a rule, to be changed. */
export const ruleOf = (change: Partial<RuleBody> & Pick<RuleBody, 'when'>): RuleBody => ({
  name: '試しのルール',
  enabled: true,
  conditions: [],
  actions: [{ do: 'set_priority', priority: 'high' }],
  stopAfter: false,
  ...change,
});
export const on = (event: RuleEvent): RuleBody['when'] => ({ kind: 'event', event });
export const after = (minutes: number, since: RuleSince, time: 'calendar' | 'business' = 'calendar'): RuleBody['when'] => ({
  kind: 'timer',
  since,
  minutes,
  time,
});

/** A desk whose rules are asked by hand: each fact of the log once, in its order. */
export async function automationHouse() {
  const set = await stage();
  const { platform, clock, workspaceId, system, suzuki, visitor } = set;
  const deps: AutomationDeps = { platform, undoSeconds: async () => 0, botTold: noBot };
  const { handlers } = automationReader(deps);
  let keys = 0;
  let read = 0;

  const factsAfter = (position: number): Promise<LoggedFact[]> =>
    system.transaction((tx) =>
      tx
        .selectFrom('events')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('position', '>', position)
        .orderBy('position')
        .execute(),
    );
  const hand = async (fact: LoggedFact) => handlers[fact.name]?.(system, fact);

  /** @returns how many facts were read */
  async function readAll(): Promise<number> {
    forgetRules(workspaceId);
    let many = 0;
    for (let facts = await factsAfter(read); facts.length > 0; facts = await factsAfter(read)) {
      for (const fact of facts) {
        await hand(fact);
        read = fact.position;
        many += 1;
        if (many > 5000) throw new Error('it does not end');
      }
    }
    return many;
  }

  return {
    ...set,
    deps,
    hand,
    readAll,
    factsAfter,
    rule: async (name: string, change: Partial<RuleBody> & { when: RuleBody['when']; actions: Action[] }): Promise<AutomationRule> => {
      const made = await createRule(system, ruleOf({ name, ...change }));
      await armAll(system, new AbortController().signal);
      return made;
    },
    /** Time goes on, and waits that are over are looked at. */
    async passes(minutes: number): Promise<void> {
      clock.advance(minutes * 60_000);
      await fireDue(system, deps);
      await readAll();
    },
    async writes(customer: Awaited<ReturnType<typeof visitor>>, text: string): Promise<string> {
      keys += 1;
      const inbound = {
        externalId: `in-${keys}`,
        text,
        attachmentIds: [],
        locale: 'ja' as const,
        authorName: '',
        firstAnswer: 'human' as const,
      };
      const { conversation } = await receiveMessage(customer.ctx, customer.line, inbound);
      return conversation.id;
    },
    async answers(conversationId: string, text: string): Promise<void> {
      keys += 1;
      const reply = { text, attachmentIds: [], seenSeq: 999, thenStatus: 'waiting' as const, idempotencyKey: `reply-${keys}` };
      await replyAsAgent(suzuki, conversationId, reply, 0, async () => []);
    },
    conversation: (id: string) => system.transaction((tx) => lockConversation(system, tx, id)),
    runs: () =>
      system.transaction((tx) =>
        tx.selectFrom('automation_runs').selectAll().where('workspace_id', '=', workspaceId).orderBy('at').orderBy('id').execute(),
      ),
    /** What rules told in a conversation. */
    told: async (id: string) =>
      (await factsAfter(0))
        .filter((fact) => fact.conversation_id === id && /^conversation\.rule_/.test(fact.name))
        .map(({ name, data }) => `${name.slice('conversation.rule_'.length)} ${(data as { name: string }).name}`),
  };
}
