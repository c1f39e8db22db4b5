import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { TimelineFact } from '@madoguchi/contract/messages.ts';
import type { Relation } from '@madoguchi/contract/related.ts';
import type { WordKey, Words } from '../../app/locale.tsx';
import { promiseWord } from '../due/due.ts';
import { priorityWord } from '../header/priorities.ts';
import { ruleApplied } from './rule-did.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What fills lines of its own is told in one, and not to its end. */
const oneLine = (value: string): string => {
  const line = value.split('\n').join(', ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

function assigned(t: Words, { actor, data }: TimelineFact): string {
  const agent = text(data.agentName);
  const team = text(data.teamName);
  if (agent && data.agentId === actor.id)
    return team ? t('fact.assigned_self_team', { actor: actor.name, team }) : t('fact.assigned_self', { actor: actor.name });
  if (agent && team) return t('fact.assigned_both', { actor: actor.name, agent, team });
  if (actor.kind === 'bot' && team) return t('fact.assigned_by_flow', { to: team });
  if (agent || team) return t('fact.assigned', { actor: actor.name, to: (agent ?? team)! });
  return t('fact.unassigned', { actor: actor.name });
}

function handedOff(t: Words, { actor, data }: TimelineFact): string {
  switch (data.because) {
    case 'asked_for_person':
      return t('fact.handed_off.asked_for_person');
    case 'two_failures':
      return t('fact.handed_off.two_failures');
    case 'flow':
      return t('fact.handed_off.flow');
    case 'low_rating':
      return t('fact.handed_off.low_rating');
    case 'angry':
      return t('fact.handed_off.angry');
    default:
      return actor.kind === 'agent' ? t('fact.handed_off.taken', { actor: actor.name }) : t('fact.handed_off');
  }
}

/** A fact as one line with names, or null for a fact newer than this screen. `channelName`: how a channel is called; `timeOf`: how a moment is. */
export function factWords(
  t: Words,
  fact: TimelineFact,
  channelName: (channel: string) => string,
  timeOf: (at: string) => string = (at) => at,
): string | null {
  const actor = fact.actor.name;
  switch (fact.name) {
    case 'conversation.opened':
      return t('fact.opened');
    case 'conversation.reopened':
      if (fact.data.because === 'low_rating') return t('fact.reopened_low_rating');
      if (fact.data.because === 'merged') return t('fact.reopened_merged');
      if (fact.data.because === 'side_answer') return t('fact.reopened_side');
      return fact.actor.kind === 'agent' ? t('fact.reopened', { actor }) : t('fact.reopened_by_customer');
    case 'conversation.handed_off':
      return handedOff(t, fact);
    case 'conversation.assigned':
      return assigned(t, fact);
    case 'conversation.resolved':
      if (fact.actor.kind === 'agent') return t('fact.resolved', { actor });
      return t(fact.data.by === 'agent' ? 'fact.resolved_with_reply' : 'fact.resolved_by_bot');
    case 'sla.breached':
      return t('fact.promise_breached', { promise: t(promiseWord(fact.data.promise)) });
    case 'conversation.closed':
      return t('fact.closed', { actor: actor || t('fact.system') });
    case 'conversation.awaits_customer':
      return fact.actor.kind === 'agent' ? t('fact.awaits_customer', { actor }) : t('status.waiting');
    case 'conversation.followed': {
      const name = text(fact.data.agentName) ?? '';
      if (fact.data.because === 'self') return t('fact.followed_self', { name });
      return t(fact.data.because === 'mention' ? 'fact.followed_mention' : 'fact.followed_by', { name, by: actor });
    }
    case 'conversation.mood_corrected':
      return t('fact.mood_corrected', { actor });
    case 'conversation.tagged': {
      const tags = Array.isArray(fact.data.tags) ? fact.data.tags.map(String) : [];
      return tags.length > 0 ? t('fact.tagged', { actor, tags: tags.join(t('list.comma')) }) : t('fact.untagged', { actor });
    }
    case 'conversation.macro_run':
      return t('fact.macro_run', { actor, name: text(fact.data.name) ?? '' });
    case 'conversation.renamed':
      return t('fact.renamed', { actor, subject: text(fact.data.subject) ?? '' });
    case 'conversation.prioritized':
      return t('fact.prioritized', { actor: actor || t('fact.system'), priority: t(priorityWord(fact.data.to as Priority)) });
    case 'conversation.marked_spam':
      if (fact.data.by === 'agent') return t('fact.marked_spam', { actor });
      return t(fact.data.by === 'filter' ? 'fact.marked_spam_by_filter' : 'fact.marked_spam_by_block_list');
    case 'conversation.unmarked_spam':
      return t('fact.unmarked_spam', { actor });
    case 'conversation.line_added': {
      const channel = channelName(text(fact.data.channel) ?? '');
      return fact.actor.kind === 'agent' ? t('fact.line_picked', { actor, channel }) : t('fact.line_added', { channel });
    }
    case 'conversation.line_removed':
      return fact.actor.kind === 'agent'
        ? t('fact.line_removed_by', { actor, channel: channelName(text(fact.data.channel) ?? '') })
        : t('fact.line_removed', { channel: channelName(text(fact.data.channel) ?? '') });
    case 'message.moved':
      return fact.data.arrived === true
        ? t('fact.message_moved_here', { actor, number: String(fact.data.fromNumber) })
        : t('fact.message_moved', { actor, number: String(fact.data.toNumber) });
    case 'conversation.field_set': {
      const field = text(fact.data.label) ?? t('fact.field');
      const value = text(fact.data.value);
      return value
        ? t('fact.field_set', { actor: actor || t('fact.system'), field, value: oneLine(value) })
        : t('fact.field_emptied', { actor: actor || t('fact.system'), field });
    }
    case 'conversation.procedure_begun':
      return t(fact.data.because === 'picked' ? 'fact.procedure_picked' : 'fact.procedure_begun', {
        actor,
        name: text(fact.data.name) ?? '',
      });
    case 'conversation.procedure_left':
      return t('fact.procedure_left', { actor, name: text(fact.data.name) ?? '' });
    case 'conversation.procedure_completed':
      return t('fact.procedure_completed', { name: text(fact.data.name) ?? '' });
    case 'reply.approval_asked':
      return t('fact.approval_asked', { actor });
    case 'reply.approval_overdue':
      return t('fact.approval_overdue');
    case 'reply.approved':
      return t(fact.data.changed === true ? 'fact.reply_approved_changed' : 'fact.reply_approved', { actor });
    case 'reply.returned': {
      const comment = text(fact.data.comment);
      return comment ? t('fact.reply_returned_comment', { actor, comment }) : t('fact.reply_returned', { actor });
    }
    case 'conversation.snoozed': {
      const until = text(fact.data.until);
      return until ? t('fact.snoozed', { actor, time: timeOf(until) }) : t('fact.snoozed_reply', { actor });
    }
    case 'conversation.woken':
      if (fact.data.because === 'side_answer') return t('fact.woken_side');
      return fact.data.because === 'time' ? t('fact.woken') : t('fact.woken_by', { actor });
    case 'conversation.linked':
      return t(`fact.linked.${fact.data.relation as Relation}`, { actor, number: String(fact.data.otherNumber) });
    case 'conversation.unlinked':
      return t('fact.unlinked', { actor, number: String(fact.data.otherNumber) });
    case 'side_conversation.started':
      return t('fact.side_started', { actor });
    case 'side_conversation.answered':
      return t('fact.side_answered');
    case 'side_conversation.failed':
      return t('fact.side_failed');
    case 'message.unscheduled':
      return t('fact.unscheduled');
    case 'conversation.rule_applied':
      return ruleApplied(t, fact);
    case 'conversation.rule_stopped':
      return t('fact.rule_stopped', { name: text(fact.data.name) ?? '' });
    case 'conversation.rule_undone':
      return t('fact.rule_undone', { actor, name: text(fact.data.name) ?? '' });
    case 'conversation.merged':
      return fact.data.kept === true
        ? t('fact.merged_here', { actor, number: String(fact.data.fromNumber) })
        : t('fact.merged_away', { actor, number: String(fact.data.toNumber) });
    case 'conversation.unmerged':
      return t('fact.unmerged', { actor, number: String(fact.data.kept === true ? fact.data.fromNumber : fact.data.toNumber) });
    case 'conversation.split':
      return fact.data.kept === true
        ? t('fact.split_off', { actor, number: String(fact.data.toNumber) })
        : t('fact.split_from', { actor, number: String(fact.data.fromNumber) });
    case 'conversation.unsplit':
      return t('fact.unsplit', { actor, number: String(fact.data.kept === true ? fact.data.toNumber : fact.data.fromNumber) });
    case 'conversation.queued':
      return t(queuedWord(fact.data.because), { queue: text(fact.data.queueName) ?? '' });
    case 'conversation.escalated':
      return t('fact.escalated', { actor, to: String(fact.data.to) });
    case 'conversation.handed_over':
      if (fact.data.because === 'gone') return t('fact.handed_over_gone');
      return fact.data.because === 'shift' ? t('fact.handed_over_shift', { actor }) : t('fact.handed_over_stand_in');
    case 'difficulty.corrected':
      return t('fact.difficulty', { actor, difficulty: t(fact.data.to === 'hard' ? 'difficulty.hard' : 'difficulty.easy') });
    case 'flow.started':
      return t('fact.flow_started', { name: text(fact.data.name) ?? '' });
    case 'flow.left':
      return t('fact.flow_left', { name: text(fact.data.name) ?? '' });
    case 'identity.proved':
      return t(provedWord(fact.data));
    default:
      return null;
  }
}

/** By what somebody proved who they are, and whether that address was another customer's before. */
const provedWord = ({ kind, ownerId, customerId }: Record<string, unknown>): WordKey => {
  if (kind === 'phone') return ownerId === customerId ? 'fact.identity_proved_phone' : 'fact.identity_proved_phone_other';
  return ownerId === customerId ? 'fact.identity_proved' : 'fact.identity_proved_other';
};

/** How it came into a queue, where that is worth a word of its own. */
const queuedWord = (because: unknown): WordKey => {
  if (because === 'overflow') return 'fact.queued_overflow';
  return because === 'moved' ? 'fact.queued_moved' : 'fact.queued';
};
