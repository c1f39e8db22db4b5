import type { Action } from '@madoguchi/contract/actions.ts';
import { assignLocked, setStatusLocked, setSubjectLocked, setTagsLocked, tagsFrom } from '../../conversations/commands/manage.ts';
import { setPriorityLocked } from '../../conversations/commands/priority.ts';
import { addNoteLocked, replyLocked } from '../../conversations/commands/reply.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { snoozeLocked } from '../../conversations/snooze/snooze.commands.ts';
import { filledUnseen, type Known, knownOf } from '../../conversations/texts/situation.queries.ts';
import { setFieldsLocked } from '../../fields/fields.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { moveToQueueLocked } from '../../routing/place/move.commands.ts';
import { actionNamesUnknown, textEmptied } from './actions.errors.ts';
import type { ActionDeps, By } from './actions.types.ts';

/** One run over one conversation: what is learned once, and what is written on the way. */
export type Hand = { ctx: Ctx; tx: Tx; deps: ActionDeps; by: By; known: Known | null; replies: string[]; notes: string[] };

/** Does one action to a conversation that the caller has locked. @returns whether it did anything @throws a refusal, having written nothing worth keeping */
export async function carryOutOne(hand: Hand, row: ConversationRow, action: Action, index: number): Promise<boolean> {
  const { ctx, tx } = hand;
  switch (action.do) {
    case 'set_status':
      await setStatusLocked(ctx, tx, row, action.status);
      return row.status !== action.status;
    case 'set_priority':
      await setPriorityLocked(ctx, tx, row, action.priority);
      return row.priority !== action.priority;
    case 'assign_agent':
      await assignLocked(ctx, tx, row, { agentId: action.agentId, teamId: row.assignee_team_id });
      return row.assignee_agent_id !== action.agentId;
    case 'assign_team':
      await assignLocked(ctx, tx, row, { agentId: row.assignee_agent_id, teamId: action.teamId });
      return row.assignee_team_id !== action.teamId;
    case 'place_in_queue':
      return placeInQueue(hand, row, action.queueId);
    case 'add_tags':
      return tag(hand, row, [...row.tags, ...action.tags]);
    case 'remove_tags': {
      const gone = new Set(tagsFrom(action.tags));
      return tag(
        hand,
        row,
        row.tags.filter((one) => !gone.has(one)),
      );
    }
    case 'rename': {
      const subject = (await filled(hand, row, action.subject)).slice(0, MOST_OF_SUBJECT);
      await setSubjectLocked(ctx, tx, row, subject);
      return row.subject !== subject;
    }
    case 'set_field': {
      const after = await setFieldsLocked(ctx, tx, row, { [action.key]: action.value || null });
      return after.fields[action.key] !== row.fields[action.key];
    }
    case 'note':
      return note(hand, row, action.text, index);
    case 'reply':
      return reply(hand, row, action.text, index);
    case 'snooze':
      return snoozeFor(hand, row, action.minutes);
  }
}

const MOST_OF_SUBJECT = 200;
const MINUTE_IN_MS = 60_000;

/** The text as it is for this conversation. @throws textEmptied when nothing is left of it */
async function filled(hand: Hand, row: ConversationRow, text: string): Promise<string> {
  hand.known ??= await knownOf(hand.ctx, hand.tx, row);
  const said = filledUnseen(text, hand.known, hand.by.answers);
  if (said === '') throw textEmptied();
  return said;
}

async function tag({ ctx, tx }: Hand, row: ConversationRow, tags: string[]): Promise<boolean> {
  await setTagsLocked(ctx, tx, row, tags);
  return JSON.stringify(row.tags) !== JSON.stringify(tagsFrom(tags));
}

async function placeInQueue({ ctx, tx, deps }: Hand, row: ConversationRow, queueId: string): Promise<boolean> {
  if (row.assignee_agent_id === null && row.queue_id === queueId) return false;
  try {
    await moveToQueueLocked(ctx, tx, row, queueId, deps.botTold);
  } catch (error) {
    throw error instanceof Refusal && error.code === 'not_found' ? actionNamesUnknown() : error;
  }
  return true;
}

async function note(hand: Hand, row: ConversationRow, text: string, index: number): Promise<boolean> {
  const said = { text: await filled(hand, row, text), attachmentIds: [], idempotencyKey: `${hand.by.key}:${index}` };
  hand.notes.push((await addNoteLocked(hand.ctx, hand.tx, row, said)).id);
  return true;
}

/** Whoever let it be carried out has seen what is there: the stop for what came meanwhile is the caller's, ahead of all actions. */
async function reply(hand: Hand, row: ConversationRow, text: string, index: number): Promise<boolean> {
  const { ctx, tx, deps, by } = hand;
  const message = await replyLocked(
    ctx,
    tx,
    row,
    {
      text: await filled(hand, row, text),
      attachmentIds: [],
      seenSeq: row.last_seq,
      thenStatus: 'waiting',
      idempotencyKey: `${by.key}:${index}`,
    },
    await deps.undoSeconds(ctx),
    async () => [],
  );
  hand.replies.push(message.id);
  return true;
}

async function snoozeFor({ ctx, tx }: Hand, row: ConversationRow, minutes: number | null): Promise<boolean> {
  const until = minutes === null ? null : new Date(ctx.clock.now().getTime() + minutes * MINUTE_IN_MS);
  if (minutes === null && row.snoozed_at !== null && row.snoozed_until === null) return false;
  await snoozeLocked(ctx, tx, row, until);
  return true;
}
