// Pure: what a fact is to whom.
import type { NotificationKind } from '@madoguchi/contract/notifications.ts';

/** What is known of the conversation, beside the fact. */
export type Scene = {
  assigneeId: string | null;
  /** Of it, and of those that went on in it. */
  followerIds: readonly string[];
  isSpam: boolean;
  /** Whom the note names, teams as their members. */
  mentionedIds: readonly string[];
  /** Who wrote the message that the fact is about; null where that was no agent. */
  authorId: string | null;
  /** Of the team that a fact names. */
  teamMemberIds: readonly string[];
  supervisorIds: readonly string[];
};

export type Told = { kind: NotificationKind; agentIds: readonly string[] };

type Data = {
  agentId?: string | null;
  teamId?: string | null;
  notify?: readonly string[];
  because?: string;
  approverIds?: readonly string[];
  authorId?: string;
  toAgentId?: string;
  from?: { agentId: string | null };
};

const only = (id: string | null | undefined): string[] => (id ? [id] : []);

/** Who is told of a fact, as what; not yet without whoever did it. */
export function toldBy(fact: { name: string; data: unknown; actor_id?: string | null }, scene: Scene): Told | null {
  const data = fact.data as Data;
  switch (fact.name) {
    case 'note.added':
      return { kind: 'mentioned', agentIds: scene.mentionedIds };
    case 'whisper.said':
      return { kind: 'whispered', agentIds: only(data.toAgentId) };
    case 'conversation.assigned':
      // Who takes it themselves takes it from somebody.
      if (data.agentId && data.agentId === fact.actor_id) return { kind: 'taken_over', agentIds: only(data.from?.agentId) };
      if (data.agentId) return { kind: 'assigned', agentIds: [data.agentId] };
      return data.teamId ? { kind: 'team_new', agentIds: scene.teamMemberIds } : null;
    case 'message.received':
      return scene.isSpam ? null : { kind: 'customer_wrote', agentIds: [...only(scene.assigneeId), ...scene.followerIds] };
    case 'message.failed':
      return { kind: 'reply_failed', agentIds: only(scene.authorId) };
    case 'sla.warned':
    case 'sla.breached': {
      const notify = data.notify ?? [];
      const assignee = notify.includes('assignee') ? only(scene.assigneeId) : [];
      return { kind: 'promise', agentIds: [...assignee, ...(notify.includes('supervisors') ? scene.supervisorIds : [])] };
    }
    case 'conversation.woken':
      return data.because === 'time' ? { kind: 'snoozed_back', agentIds: only(scene.assigneeId) } : null;
    case 'reply.approval_asked':
    case 'reply.approval_overdue':
      return { kind: 'approval_wanted', agentIds: data.approverIds ?? [] };
    case 'reply.approved':
    case 'reply.returned':
      return { kind: 'approval_decided', agentIds: only(data.authorId) };
    case 'offer.made':
      return { kind: 'offered', agentIds: only(data.agentId) };
    default:
      return null;
  }
}
