import type { Difficulty, PresenceState } from '@madoguchi/contract/routing.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. Names of people and queues stay in their rows, but where a timeline tells them. */
export const queueCreated = fact('queue.created', 1)<{ queueId: string; name: string }>();
/** `changed`: which parts of it; `order` for its place among the others. */
export const queueUpdated = fact('queue.updated', 1)<{ queueId: string; name: string; changed: string[] }>();
export const queueRemoved = fact('queue.removed', 1)<{ queueId: string; name: string }>();
export const skillCreated = fact('skill.created', 1)<{ skillId: string; name: string }>();
export const skillUpdated = fact('skill.updated', 1)<{ skillId: string; name: string }>();
export const skillRemoved = fact('skill.removed', 1)<{ skillId: string; name: string }>();
export const profileUpdated = fact('routing_profile.updated', 1)<{ agentId: string; changed: string[] }>();
export const routingSettingsUpdated = fact('routing_settings.updated', 1)<{ changed: string[] }>();

/** `seconds`: for how long they were as they were before. For reports: how long who was available, and why not. */
export const presenceChanged = fact('agent.presence_changed', 1)<{
  agentId: string;
  from: PresenceState;
  fromReasonId: string | null;
  to: PresenceState;
  reasonId: string | null;
  reasonName: string | null;
  automatic: boolean;
  seconds: number;
}>();

/** It waits in a queue that gives out. `because`: arrived, overflow, escalated, placed anew, put there by a person. */
export const conversationQueued = fact('conversation.queued', 1)<{
  queueId: string;
  queueName: string;
  because: 'arrived' | 'overflow' | 'escalated' | 'replaced' | 'moved';
}>();
export const offerMade = fact('offer.made', 1)<{ offerId: string; agentId: string; queueId: string }>();
export const offerEnded = fact('offer.ended', 1)<{
  offerId: string;
  agentId: string;
  outcome: 'accepted' | 'declined' | 'timed_out' | 'withdrawn';
  reason: string | null;
}>();
export const conversationEscalated = fact('conversation.escalated', 1)<{ from: number; to: number }>();
/** An agent gave what they had away. `to`: an agent's id, or null for the queue. */
export const conversationHandedOver = fact('conversation.handed_over', 1)<{
  from: string;
  to: string | null;
  because: 'shift' | 'stand_in' | 'gone';
}>();
export const difficultyCorrected = fact('difficulty.corrected', 1)<{ from: Difficulty; to: Difficulty }>();
export const standInCreated = fact('stand_in.created', 1)<{
  standInId: string;
  agentId: string;
  by: string;
  startsAt: string;
  endsAt: string;
}>();
export const standInRemoved = fact('stand_in.removed', 1)<{ standInId: string; agentId: string }>();
