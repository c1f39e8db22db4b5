import type { Mentionable } from '@madoguchi/contract/followers.ts';
import type { Mention } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import { listTeams } from '../../agents/teams.queries.ts';
import { agentsWhoSee } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { foldText } from '../../platform/text/fold.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { conversationById } from '../queries/read.ts';
import { wellPlaced } from './mentions.rules.ts';

/** Those mentions whose name stands in the text and is that of an agent or team who is there. */
export async function mentionsThatStand(ctx: Ctx, tx: Tx, text: string, mentions: readonly Mention[]): Promise<Mention[]> {
  const placed = wellPlaced(text, mentions);
  if (placed.length === 0) return [];
  const ids = placed.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select id from agents where workspace_id = ${ctx.viewer.workspaceId} and id = any(${ids}) and deactivated_at is null
    union all select id from teams where workspace_id = ${ctx.viewer.workspaceId} and id = any(${ids})`.execute(tx);
  const there = new Set(rows.map(({ id }) => id));
  return placed.filter(({ id, kind }) => there.has(id) && id.startsWith(kind === 'agent' ? 'agt_' : 'tem_'));
}

/** Whom a note on a conversation can name, by name. @throws notFound */
export async function mentionableIn(ctx: Ctx, conversationId: string): Promise<Mentionable> {
  const { workspaceId } = ctx.viewer;
  const found = await ctx.transaction(async (tx) => {
    const { inbox, assignee } = await conversationById(tx, workspaceId, conversationId);
    const sees = await agentsWhoSee(tx, workspaceId, {
      inboxId: inbox.id,
      agentId: assignee.agent?.id ?? null,
      teamId: assignee.team?.id ?? null,
    });
    const agents = await tx
      .selectFrom('agents')
      .select(['id', 'name'])
      .where('workspace_id', '=', workspaceId)
      .where('deactivated_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute();
    return { sees, agents, teams: await listTeams(ctx, tx) };
  });
  const { sees, agents, teams } = found;
  const active = new Set(agents.map(({ id }) => id));
  const readings = await readingsOf([...agents, ...teams].map(({ name }) => name));
  return {
    agents: agents.map(({ id, name }) => ({ id, name, reading: readings.get(name) ?? '', sees: sees.has(id) })),
    teams: teams.map(({ id, name, memberIds }) => {
      const members = memberIds.filter((member) => active.has(member));
      const unseen = members.filter((member) => !sees.has(member)).length;
      return { id, name, reading: readings.get(name) ?? '', members: members.length, unseen };
    }),
  };
}

/** Names are few and change seldom, and the dictionary takes its time. */
const known = new Map<string, string>();
const KEPT = 5000;

/** How names sound, in katakana, by the dictionary. One that it cannot say has none. */
async function readingsOf(names: readonly string[]): Promise<Map<string, string>> {
  const unknown = [...new Set(names)].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    if (known.size + unknown.length > KEPT) known.clear();
    const words = await sharedTokenizer().analyseAll(unknown.map(foldText));
    for (const [index, name] of unknown.entries()) known.set(name, words[index]!.map(({ reading }) => reading).join(''));
  }
  return new Map(names.map((name) => [name, known.get(name) ?? '']));
}
