import { ProblemError } from '@madoguchi/client/client.ts';
import type { Conversation, Priority, Status } from '@madoguchi/contract/conversations.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  assignConversation,
  followConversation,
  setConversationPriority,
  setConversationSpam,
  setConversationStatus,
  setConversationSubject,
  setConversationTags,
  takeMoodAway,
  unfollowConversation,
} from '../app/api.ts';
import { call } from '../app/client.ts';
import { useMe } from '../app/me.ts';
import { tellFailure } from '../app/query-client.ts';
import { putIntoDetail, putIntoLists } from './conversations.cache.ts';
import { detailQuery, keys, tagsQuery } from './conversations.queries.ts';
import { askForMissing } from './fields/incomplete-store.ts';

/** Shows a change at once, takes it back when it is refused, and keeps what the server answers. */
function useChange<Wish>(
  id: string,
  send: (wish: Wish) => Promise<Conversation>,
  shown: (now: Conversation, wish: Wish) => Conversation,
  /** True when a refusal is dealt with otherwise than by telling it. */
  refused: (error: unknown, wish: Wish) => boolean = () => false,
) {
  const client = useQueryClient();
  const myId = useMe().agent.id;
  return useMutation({
    mutationFn: send,
    onMutate: (wish) => {
      const before = client.getQueryData(detailQuery(id).queryKey)?.conversation;
      putIntoDetail(client, id, (now) => shown(now, wish));
      return before;
    },
    meta: { quiet: true },
    onError: (error, wish, before) => {
      if (before) putIntoDetail(client, id, () => before);
      if (!refused(error, wish) && !(error instanceof ProblemError && error.status === 401)) tellFailure(error);
    },
    onSuccess: (conversation) => {
      putIntoDetail(client, id, () => conversation);
      putIntoLists(client, conversation, myId);
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  }).mutate;
}

type Named = { id: string; name: string } | null;

/** Sets who is responsible: an agent, a team, both or nobody. */
export function useAssign(id: string) {
  return useChange(
    id,
    (to: { agent: Named; team: Named }) =>
      call(assignConversation, { params: { id }, body: { agentId: to.agent?.id ?? null, teamId: to.team?.id ?? null } }),
    (now, assignee) => ({ ...now, assignee }),
  );
}

/** Has an agent follow, or follow no more. */
export function useSetFollower(id: string) {
  return useChange(
    id,
    ({ agentId, follows }: { agentId: string; follows: boolean }) =>
      follows ? call(followConversation, { params: { id, agentId } }) : call(unfollowConversation, { params: { id, agentId } }),
    (now, { agentId, follows }) => {
      const others = now.followerIds.filter((one) => one !== agentId);
      return { ...now, followerIds: follows ? [...others, agentId] : others };
    },
  );
}

/** Says that the customer is not as their words looked. */
export function useTakeMoodAway(id: string) {
  return useChange(
    id,
    () => call(takeMoodAway, { params: { id } }),
    (now) => ({ ...now, mood: null }),
  );
}

/** What stands in the way of resolving is asked for, and then it is resolved. */
export function useSetStatus(id: string): (status: Status) => void {
  const send = (status: Status) => call(setConversationStatus, { params: { id }, body: { status } });
  const change: (status: Status) => void = useChange(
    id,
    send,
    (now, status) => ({ ...now, status }),
    (error, status) => askForMissing(error, { conversationId: id, for: 'resolve', again: () => change(status) }),
  );
  return change;
}

export function useSetPriority(id: string) {
  return useChange(
    id,
    (priority: Priority) => call(setConversationPriority, { params: { id }, body: { priority } }),
    (now, priority) => ({ ...now, priority }),
  );
}

export function useSetTags(id: string) {
  const client = useQueryClient();
  return useChange(
    id,
    async (tags: string[]) => {
      const conversation = await call(setConversationTags, { params: { id }, body: { tags } });
      void client.invalidateQueries({ queryKey: tagsQuery.queryKey });
      return conversation;
    },
    (now, tags) => ({ ...now, tags }),
  );
}

export function useSetSubject(id: string) {
  return useChange(
    id,
    (subject: string) => call(setConversationSubject, { params: { id }, body: { subject } }),
    (now, subject) => ({ ...now, subject }),
  );
}

type SpamWish = { spam: boolean; sender?: boolean };

/** Says that a conversation is spam, or that it is none; with `sender`, blocks or unblocks whoever wrote it. */
export function useSetSpam(id: string) {
  return useChange(
    id,
    ({ spam, sender = false }: SpamWish) => call(setConversationSpam, { params: { id }, body: { spam, sender } }),
    (now, { spam }) => ({ ...now, spam: spam ? markedNow() : null }),
  );
}

const markedNow = (): Conversation['spam'] => ({
  by: 'agent',
  at: new Date().toISOString(),
  score: null,
  words: [],
  signs: [],
  block: null,
});
