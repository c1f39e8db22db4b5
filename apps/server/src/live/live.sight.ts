import { seesPlace } from '../agents/roles/rights.rules.ts';
import { conversationAssigned } from '../conversations/conversations.events.ts';
import type { Platform } from '../platform/ctx.ts';
import { systemViewer, type Viewer } from '../platform/db/viewer.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { offeredAmong } from '../routing/assign/offers.queries.ts';
import { offerEnded } from '../routing/routing.events.ts';
import type { FactFrame } from './live.frames.ts';

/** What a window is to be told of a fact: the fact itself, that it sees its conversation no more, or nothing. */
export type Telling = 'fact' | 'lost' | 'nothing';
/** A window as far as sight goes. */
export type Eyes = { agentId: string; viewer: Viewer; lookingAt: { conversationId: string } | null };

/**
 * Decides for narrowed windows what they are told of one workspace's facts, by who has each conversation now. The same fence as the database's, for
 * rows already read: one statement for what is offered, and one for each narrowed viewer where facts are about customers alone.
 */
export async function sightOver(platform: Platform, workspaceId: string, facts: readonly LoggedFact[], windows: Iterable<Eyes>) {
  const narrowed = [...windows].filter(({ viewer }) => viewer.sight && viewer.workspaceId === workspaceId);
  if (narrowed.length === 0) return (): Telling => 'fact';
  const talks = [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];
  const offered = await platform.db.as(systemViewer(workspaceId), (tx) => offeredAmong(tx, workspaceId, talks));
  const people = [...new Set(facts.flatMap((fact) => (fact.conversation_id === null ? (fact.customer_id ?? []) : [])))];
  const known = new Map<Viewer, Set<string>>();
  for (const { viewer } of people.length > 0 ? narrowed : [])
    if (!known.has(viewer)) known.set(viewer, await customersSeen(platform, viewer, people));

  return (fact: LoggedFact, { conversation }: FactFrame, { agentId, viewer, lookingAt }: Eyes): Telling => {
    if (!viewer.sight) return 'fact';
    if (fact.conversation_id === null) return fact.customer_id === null || known.get(viewer)?.has(fact.customer_id) ? 'fact' : 'nothing';
    if (!conversation) return 'nothing';
    const { inbox, assignee } = conversation;
    const sees = { inboxId: inbox.id, agentId: assignee.agent?.id ?? null, teamId: assignee.team?.id ?? null };
    if (seesPlace(viewer, sees) || offered.get(conversation.id) === agentId) return 'fact';
    const wasSeen = lookingAt?.conversationId === conversation.id || sawBefore(fact, inbox.id, agentId, viewer);
    return wasSeen ? 'lost' : 'nothing';
  };
}

function sawBefore(fact: LoggedFact, inboxId: string, agentId: string, viewer: Viewer): boolean {
  const data = fact.data as { agentId?: string | null; from?: { agentId: string | null; teamId: string | null } };
  if (fact.name === offerEnded.factName) return data.agentId === agentId;
  return fact.name === conversationAssigned.factName && data.from !== undefined && seesPlace(viewer, { inboxId, ...data.from });
}

const customersSeen = async ({ db }: Platform, viewer: Viewer, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db.as(viewer, (tx) =>
        tx.selectFrom('customers').select('id').where('workspace_id', '=', viewer.workspaceId).where('id', 'in', ids).execute(),
      )
    ).map(({ id }) => id),
  );
