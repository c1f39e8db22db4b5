import type { Priority, Status } from '@madoguchi/contract/conversations.ts';
import type { TimelineFact } from '@madoguchi/contract/messages.ts';
import type { Words } from '../../app/locale.tsx';
import { priorityWord } from '../header/priorities.ts';
import { statuses } from '../header/statuses.ts';

type Did = { do: string; status?: Status; priority?: Priority; agentId?: string | null; teamId?: string | null; tags?: string[] };

/** What a rule did, in a few words; null for what this screen does not know yet. */
function wordsOf(t: Words, did: Did): string | null {
  switch (did.do) {
    case 'set_status':
      return t('fact.rule_did.set_status', { value: t(statuses.find(({ status }) => status === did.status)?.word ?? 'status.progress') });
    case 'set_priority':
      return t('fact.rule_did.set_priority', { value: t(priorityWord(did.priority ?? 'normal')) });
    case 'assign_agent':
      return t(did.agentId === null ? 'fact.rule_did.unassign' : 'fact.rule_did.assign_agent');
    case 'assign_team':
      return t('fact.rule_did.assign_team');
    case 'place_in_queue':
      return t('fact.rule_did.place_in_queue');
    case 'add_tags':
      return t('fact.rule_did.add_tags', { value: (did.tags ?? []).join(t('list.comma')) });
    case 'remove_tags':
      return t('fact.rule_did.remove_tags', { value: (did.tags ?? []).join(t('list.comma')) });
    case 'set_field':
      return t('fact.rule_did.set_field');
    case 'rename':
      return t('fact.rule_did.rename');
    case 'note':
      return t('fact.rule_did.note');
    case 'reply':
      return t('fact.rule_did.reply');
    case 'snooze':
      return t('fact.rule_did.snooze');
    default:
      return null;
  }
}

/** The line of a rule that acted. */
export function ruleApplied(t: Words, { data }: TimelineFact): string {
  const did = (Array.isArray(data.did) ? (data.did as Did[]) : []).flatMap((one) => wordsOf(t, one) ?? []);
  return t('fact.rule_applied', { name: String(data.name), did: did.join(t('fact.rule_joint')) });
}

const shown = (name: string) => name.startsWith('conversation.rule_') || name === 'conversation.handed_off';

/** Whether a fact is part of what a rule did, which one line tells already. */
export const isToldByRule = ({ name, actor }: TimelineFact, facts: readonly TimelineFact[]): boolean =>
  !shown(name) &&
  actor.id !== null &&
  actor.id.startsWith('arn_') &&
  facts.some((other) => other.name === 'conversation.rule_applied' && other.data.runId === actor.id);
