// Pure: which facts of the log are which events of rules.
import type { RuleEvent } from '@madoguchi/contract/automation.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';

type Told = Pick<LoggedFact, 'name' | 'data'>;

const BY_FACT: Readonly<Record<string, readonly RuleEvent[]>> = {
  'conversation.opened': ['opened'],
  'message.received': ['customer_message'],
  'message.sent': ['agent_replied'],
  'conversation.resolved': ['status_changed'],
  'conversation.closed': ['status_changed'],
  'conversation.awaits_customer': ['status_changed'],
  'conversation.reopened': ['status_changed', 'reopened'],
  'conversation.assigned': ['assigned'],
  'conversation.prioritized': ['priority_changed'],
  'conversation.tagged': ['tagged'],
  'sla.warned': ['promise_warned'],
  'survey.answered': ['survey_answered'],
  'conversation.handed_off': ['handed_off'],
};

/** Names of facts that can be an event of a rule. */
export const OCCASIONS = Object.keys(BY_FACT);

/** An agent who takes a conversation from the bot was not handed it. */
const TAKEN = new Set(['agent_assigned', 'agent_acted', 'agent_replied']);

/** The events that a fact is. A message of the bot or of the product itself is no agent's reply. */
export function eventsOf({ name, data }: Told): readonly RuleEvent[] {
  if (name === 'message.sent' && (data as { by?: string }).by !== 'agent') return [];
  if (name === 'conversation.handed_off' && TAKEN.has((data as { because?: string }).because ?? '')) return [];
  return BY_FACT[name] ?? [];
}
