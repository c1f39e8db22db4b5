import { placeOf, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow, Gates, MessageRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { profilesByAgent } from '../../routing/profiles/profiles.queries.ts';
import { approvalAsked } from '../approvals.events.ts';
import { waits } from '../approvals.rules.ts';
import { listRules } from '../rules/rules.queries.ts';
import { approversFor, hasPermission } from './approvers.queries.ts';
import { OVERDUE_TASK } from './overdue.commands.ts';

const DAY_MS = 86_400_000;

/** For the gate: the first rule that holds up this agent's reply. Whoever may approve waits for nobody. */
export const approvalFor: Gates['approval'] = async (ctx, tx, conversation, text) => {
  const authorId = ctx.actor.id;
  if (ctx.actor.kind !== 'agent' || authorId === null) return null;
  const rules = (await listRules(ctx, tx)).filter(({ enabled }) => enabled);
  if (rules.length === 0 || (await hasPermission(tx, ctx.viewer.workspaceId, authorId))) return null;
  const author = await authorAs(ctx, tx, authorId);
  const rule = rules.find(({ conditions }) =>
    waits(conditions, { text, inboxId: conversation.inbox_id, channel: conversation.channel, author }),
  );
  if (!rule) return null;
  const { name, minutes, approvers } = rule;
  const named = { approver_agent_ids: approvers.agentIds, approver_team_ids: approvers.teamIds };
  return { ask: (held) => ask(ctx, tx, conversation, held, { rule_name: name, ...named, author_id: authorId }, minutes) };
};

async function authorAs(ctx: Ctx, tx: Tx, id: string) {
  const { workspaceId } = ctx.viewer;
  const { created_at } = await tx
    .selectFrom('agents')
    .select('created_at')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const teams = await tx
    .selectFrom('team_members')
    .select('team_id')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', id)
    .execute();
  const profileOf = await profilesByAgent(ctx, tx);
  return {
    id,
    teamIds: teams.map(({ team_id }) => team_id),
    tier: profileOf(id).tier,
    days: (ctx.clock.now().getTime() - created_at.getTime()) / DAY_MS,
  };
}

type About = { rule_name: string; approver_agent_ids: string[]; approver_team_ids: string[]; author_id: string };

async function ask(ctx: Ctx, tx: Tx, conversation: ConversationRow, held: MessageRow, about: About, minutes: number): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const now = ctx.clock.now();
  const overdueAt = new Date(now.getTime() + minutes * 60_000);
  const id = newId('apv');
  await tx
    .insertInto('approvals')
    .values({
      workspace_id: workspaceId,
      id,
      message_id: held.id,
      conversation_id: conversation.id,
      ...about,
      state: 'waiting',
      asked_at: now,
      overdue_at: overdueAt,
      escalated_at: null,
      decided_at: null,
      decided_by: null,
      original_text: null,
    })
    .execute();
  const approverIds = await approversFor(tx, workspaceId, { place: placeOf(conversation), authorId: about.author_id, named: about });
  const asked = approvalAsked({ approvalId: id, messageId: held.id, seq: held.seq, approverIds });
  await ctx.append(tx, asked, subjectsOf(conversation));
  await enqueue(tx, ctx, OVERDUE_TASK, { approvalId: id }, { runAt: overdueAt, key: `approval:${id}` });
}
