import type { JoinedConversation } from '@madoguchi/contract/conversations.ts';
import type { BotStep, Message, TimelineFact } from '@madoguchi/contract/messages.ts';
import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { type JoinEnd, joinEndOf } from '../joined/join-end.ts';
import { isToldByRule } from './rule-did.ts';

export type TimelineItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'unread'; key: string }
  | { type: 'message'; key: string; message: Message; step: BotStep | null; opens: boolean; closes: boolean; showsChannel: boolean }
  | { type: 'note'; key: string; message: Message }
  | { type: 'whisper'; key: string; whisper: Whisper }
  | { type: 'withdrawn'; key: string; message: Message }
  | { type: 'fact'; key: string; fact: TimelineFact; step: BotStep | null; joinedLine?: string; joinEnd?: JoinEnd }
  | { type: 'step'; key: string; step: BotStep }
  | { type: 'joined'; key: string; joined: JoinedConversation };

export type TimelineParts = {
  messages: readonly Message[];
  facts: readonly TimelineFact[];
  botSteps: readonly BotStep[];
  hasEarlier: boolean;
  joined?: readonly JoinedConversation[];
  whispers?: readonly Whisper[];
};

/** Facts that are worth a line; messages speak for themselves. */
const shownFacts = new Set([
  'conversation.opened',
  'conversation.reopened',
  'conversation.handed_off',
  'conversation.assigned',
  'conversation.resolved',
  'conversation.closed',
  'conversation.awaits_customer',
  'conversation.tagged',
  'conversation.renamed',
  'conversation.macro_run',
  'conversation.prioritized',
  'conversation.queued',
  'conversation.escalated',
  'conversation.handed_over',
  'difficulty.corrected',
  'conversation.line_added',
  'conversation.marked_spam',
  'conversation.unmarked_spam',
  'message.moved',
  'conversation.followed',
  'conversation.mood_corrected',
  'conversation.field_set',
  'conversation.procedure_begun',
  'conversation.procedure_left',
  'conversation.procedure_completed',
  'reply.approval_asked',
  'reply.approval_overdue',
  'reply.approved',
  'reply.returned',
  'conversation.linked',
  'conversation.unlinked',
  'side_conversation.started',
  'side_conversation.answered',
  'side_conversation.failed',
  'conversation.snoozed',
  'conversation.woken',
  'message.unscheduled',
  'conversation.rule_applied',
  'conversation.rule_stopped',
  'conversation.rule_undone',
  'conversation.merged',
  'conversation.unmerged',
  'conversation.split',
  'conversation.unsplit',
  'conversation.line_removed',
  'survey.answered',
  'sla.breached',
]);

/** Messages of one author this close together read as one turn. */
const TURN_MS = 5 * 60_000;
/** A hand-off without words and the fact that came of it lie this close together, and are one line. */
const SAME_MOMENT_MS = 10_000;

/** A reply's undo period ends within this time, and with it comes the status that the reply was sent with. */
const REPLY_SETTLES_MS = 60_000;

const letsGo = new Set(['conversation.escalated', 'conversation.handed_over']);

type Point = { at: string; item: TimelineItem };

const apart = (a: { at: string }, b: { at: string }) => Math.abs(Date.parse(a.at) - Date.parse(b.at));

/**
 * Whether a line would only repeat what is in sight: that a reply leaves the turn to the customer goes without saying, and who takes
 * over from the bot has it.
 */
function isSaid(fact: TimelineFact, { facts, messages }: TimelineParts): boolean {
  const by = fact.actor.id;
  if (isToldByRule(fact, facts)) return true;
  // A rating that was changed, or commented on, is told of again: the last one stands.
  if (fact.name === 'survey.answered')
    return facts.findLast(({ name, data }) => name === fact.name && data.surveyId === fact.data.surveyId) !== fact;
  if (fact.name === 'conversation.awaits_customer')
    // The system sets it when the undo period is over, the agent when there was none.
    return messages.some(
      ({ kind, author, at }) =>
        kind === 'message' && author.kind === 'agent' && (by === null || author.id === by) && apart({ at }, fact) < REPLY_SETTLES_MS,
    );
  // Who escalates, or hands over, lets go of it.
  if (fact.name === 'conversation.assigned' && fact.data.agentId === null)
    return facts.some(({ name, at }) => letsGo.has(name) && apart({ at }, fact) < SAME_MOMENT_MS);
  return (
    fact.name === 'conversation.assigned' &&
    by !== null &&
    fact.data.agentId === by &&
    facts.some((other) => other.name === 'conversation.handed_off' && other.actor.id === by && apart(other, fact) < SAME_MOMENT_MS)
  );
}

/** The line that a link joined to the conversation and that nobody has taken away since. What an agent picked is no such line. */
function joinedLineOf({ name, actor, data, at }: TimelineFact, facts: readonly TimelineFact[]): string | null {
  if (name !== 'conversation.line_added' || actor.kind === 'agent' || typeof data.threadId !== 'string') return null;
  const isGone = facts.some(
    (later) => later.name === 'conversation.line_removed' && later.data.threadId === data.threadId && later.at >= at,
  );
  return isGone ? null : data.threadId;
}

/** What stands between the messages: facts, whispers, and steps of the bot of which no message came. */
function linesOf(parts: TimelineParts): Point[] {
  const silent = parts.botSteps.filter((step) => step.messageId === null);
  const told = new Set<BotStep>();
  const facts = parts.facts
    .filter((fact) => shownFacts.has(fact.name) && !isSaid(fact, parts))
    .map((fact): Point => {
      const step =
        fact.name === 'conversation.handed_off' || fact.name === 'conversation.resolved'
          ? silent.find((one) => !told.has(one) && apart(one, fact) < SAME_MOMENT_MS)
          : undefined;
      if (step) told.add(step);
      const joinedLine = joinedLineOf(fact, parts.facts);
      const joinEnd = joinEndOf(fact, parts.facts);
      const ends = { ...(joinedLine ? { joinedLine } : {}), ...(joinEnd ? { joinEnd } : {}) };
      return { at: fact.at, item: { type: 'fact', key: fact.id, fact, step: step ?? null, ...ends } };
    });
  const steps = silent
    .filter((step) => !told.has(step))
    .map((step): Point => ({ at: step.at, item: { type: 'step', key: step.id, step } }));
  const joined = (parts.joined ?? []).map((one): Point => ({ at: one.openedAt, item: { type: 'joined', key: one.id, joined: one } }));
  const whispers = (parts.whispers ?? []).map((one): Point => ({ at: one.at, item: { type: 'whisper', key: one.id, whisper: one } }));
  return [...facts, ...steps, ...joined, ...whispers].sort((a, b) => a.at.localeCompare(b.at));
}

/** At the same moment a message comes before what followed from it; only a beginning comes before its first message. */
function comesBefore({ at, item }: Point, message: Message): boolean {
  const begins = item.type === 'fact' && (item.fact.name === 'conversation.opened' || item.fact.name === 'conversation.reopened');
  return begins ? at <= message.at : at < message.at;
}

const sameTurn = (a: Message | undefined, b: Message) =>
  a !== undefined &&
  a.kind === b.kind &&
  a.author.kind === b.author.kind &&
  a.author.id === b.author.id &&
  a.channel === b.channel &&
  Date.parse(b.at) - Date.parse(a.at) < TURN_MS;

/** Marks where a turn of one author begins and ends; anything between two messages breaks it. */
function withTurns(items: TimelineItem[]): TimelineItem[] {
  const messageAt = (index: number) => {
    const item = items[index];
    return item?.type === 'message' ? item.message : undefined;
  };
  return items.map((item, index) => {
    if (item.type !== 'message') return item;
    const next = messageAt(index + 1);
    return { ...item, opens: !sameTurn(messageAt(index - 1), item.message), closes: !(next && sameTurn(item.message, next)) };
  });
}

/**
 * One list, oldest first: messages in the conversation's own order, facts and silent bot steps between them by time, a separator
 * where a day begins, and a line above the first message that was not seen yet. Messages of more than one channel show theirs.
 * @param dayOf a moment's day in the reader's zone
 * @param unreadAfter the sequence number read last; null draws no line
 */
export function assembleTimeline(parts: TimelineParts, dayOf: (at: string) => string, unreadAfter: number | null): TimelineItem[] {
  const stepOf = new Map(parts.botSteps.flatMap((step) => (step.messageId ? [[step.messageId, step] as const] : [])));
  const showsChannel = new Set(parts.messages.filter(({ kind }) => kind === 'message').map(({ channel }) => channel)).size > 1;
  const firstAt = parts.messages[0]?.at;
  // Facts older than the first loaded message belong to a page that is not here yet.
  const lines = linesOf(parts).filter((line) => !parts.hasEarlier || firstAt === undefined || line.at >= firstAt);
  const items: TimelineItem[] = [];
  let day = '';
  let unreadDrawn = unreadAfter === null;
  const put = (at: string, item: TimelineItem) => {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ type: 'day', key: `day-${day}-${items.length}`, at });
    }
    items.push(item);
  };
  let line = 0;
  // What goes out later stands after everything that was said.
  const isLater = ({ scheduled }: Message) => scheduled !== null;
  for (const message of [...parts.messages.filter((one) => !isLater(one)), ...parts.messages.filter(isLater)]) {
    if (isLater(message)) for (; lines[line]; line++) put(lines[line]!.at, lines[line]!.item);
    const at = message.scheduled ? (message.heldUntil ?? message.at) : message.at;
    for (; lines[line] && comesBefore(lines[line]!, message); line++) put(lines[line]!.at, lines[line]!.item);
    if (!unreadDrawn && message.seq > unreadAfter! && message.author.kind === 'customer') {
      unreadDrawn = true;
      items.push({ type: 'unread', key: 'unread' });
    }
    if (message.kind === 'note') put(message.at, { type: 'note', key: message.id, message });
    else if (message.delivery === 'withdrawn') put(message.at, { type: 'withdrawn', key: message.id, message });
    else {
      const step = stepOf.get(message.id) ?? null;
      put(at, { type: 'message', key: message.id, message, step, opens: true, closes: true, showsChannel });
    }
  }
  for (; line < lines.length; line++) put(lines[line]!.at, lines[line]!.item);
  return withTurns(items);
}
