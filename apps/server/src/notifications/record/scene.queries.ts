import type { Mention } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import type { Scene } from './causes.rules.ts';

/** What a fact's conversation is like, and whose message it tells of; null where the conversation is not there. */
export async function sceneOf(
  tx: Tx,
  workspaceId: string,
  fact: LoggedFact,
): Promise<(Scene & { inboxId: string; teamId: string | null }) | null> {
  const { rows } = await sql<{ inbox_id: string; assignee: string | null; team: string | null; turn: string; followers: string[] }>`
    select c.inbox_id, c.assignee_agent_id as assignee, c.assignee_team_id as team, c.turn,
      array(select distinct f from conversations o, unnest(o.follower_ids) f
        where o.workspace_id = c.workspace_id and (o.id = c.id or o.merged_into = c.id) and o.follower_ids <> '{}') as followers
    from conversations c where c.workspace_id = ${workspaceId} and c.id = ${fact.conversation_id}`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const data = fact.data as { messageId?: string; teamId?: string | null; notify?: readonly string[] };
  const message = data.messageId ? await messageOf(tx, workspaceId, data.messageId) : undefined;
  const mentions = (message?.mentions ?? []) as Mention[];
  const teams = mentions.filter(({ kind }) => kind === 'team').map(({ id }) => id);
  return {
    inboxId: row.inbox_id,
    teamId: row.team,
    assigneeId: row.assignee,
    followerIds: row.followers,
    isSpam: row.turn === 'spam',
    mentionedIds: [...mentions.filter(({ kind }) => kind === 'agent').map(({ id }) => id), ...(await membersOf(tx, workspaceId, teams))],
    authorId: message?.author_kind === 'agent' ? message.author_id : null,
    teamMemberIds: data.teamId ? await membersOf(tx, workspaceId, [data.teamId]) : [],
    supervisorIds: data.notify?.includes('supervisors') ? await supervisors(tx, workspaceId) : [],
  };
}

const messageOf = (tx: Tx, workspaceId: string, id: string) =>
  tx
    .selectFrom('messages')
    .select(['author_kind', 'author_id', 'mentions'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();

async function membersOf(tx: Tx, workspaceId: string, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectFrom('team_members')
    .select('agent_id')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', 'in', teamIds)
    .execute();
  return rows.map(({ agent_id }) => agent_id);
}

async function supervisors(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', 'in', ['supervisor', 'admin', 'owner'])
    .where('deactivated_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
