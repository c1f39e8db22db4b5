import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  distinguishConversation,
  mergeConversation,
  splitConversation,
  undoConversationMerge,
  undoConversationSplit,
} from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { keys } from '../conversations.queries.ts';
import { alikeKey, alikeQuery } from './joined.queries.ts';

const renew = () => queryClient.invalidateQueries({ queryKey: keys.all });

export function useUndoConversationMerge() {
  const t = useWords();
  return useMutation({
    mutationFn: (mergeId: string) => call(undoConversationMerge, { params: { id: mergeId } }),
    onSuccess: ({ number }) => tell(t('merge.told_undone', { number })),
    onError: tellFailure,
    onSettled: renew,
  });
}

type Other = { id: string; number: number };

/** The other one goes on in this one, at once; the note that tells it takes it back. */
export function useMergeConversation(id: string) {
  const t = useWords();
  const undo = useUndoConversationMerge();
  return useMutation({
    mutationFn: (other: Other) => call(mergeConversation, { params: { id }, body: { otherId: other.id } }),
    onSuccess: ({ mergeId }, { number }) =>
      tellWithUndo(t('merge.told', { number }), { label: t('merge.undo'), undo: () => undo.mutate(mergeId) }),
    onError: tellFailure,
    onSettled: renew,
  });
}

/** Says that two are not the same matter; the proposal goes at once. */
export function useNotTheSame(id: string) {
  const t = useWords();
  const say = (otherId: string, distinct: boolean) => call(distinguishConversation, { params: { id, otherId }, body: { distinct } });
  const again = () => queryClient.invalidateQueries({ queryKey: alikeKey });
  return useMutation({
    mutationFn: (other: Other) => say(other.id, true),
    onMutate: ({ id: otherId }) =>
      queryClient.setQueryData(
        alikeQuery(id).queryKey,
        (now) => now && { items: now.items.filter(({ conversation }) => conversation.id !== otherId) },
      ),
    onSuccess: (_nothing, other) =>
      tellWithUndo(t('merge.told_two'), { label: t('merge.undo'), undo: () => void say(other.id, false).then(again).catch(tellFailure) }),
    onError: tellFailure,
    onSettled: again,
  });
}

/** Opens a conversation and keeps the list beside it. */
export function useGoTo() {
  const navigate = useNavigate();
  return (conversationId: string) => navigate({ to: '/c/$conversationId', params: { conversationId }, search: (now) => now as never });
}

export function useUndoSplit() {
  const t = useWords();
  const goTo = useGoTo();
  return useMutation({
    mutationFn: (splitId: string) => call(undoConversationSplit, { params: { id: splitId } }),
    onSuccess: async ({ id }) => {
      tell(t('split.told_undone'));
      await goTo(id);
    },
    onError: tellFailure,
    onSettled: renew,
  });
}

/** From a message on a new conversation: goes along to it, and offers the way back. */
export function useSplit() {
  const t = useWords();
  const goTo = useGoTo();
  const undo = useUndoSplit();
  return useMutation({
    mutationFn: (messageId: string) => call(splitConversation, { params: { id: messageId } }),
    onSuccess: async ({ splitId, conversation }) => {
      await goTo(conversation.id);
      tellWithUndo(t('split.told', { number: conversation.number }), { label: t('merge.undo'), undo: () => undo.mutate(splitId) });
    },
    onError: tellFailure,
    onSettled: renew,
  });
}
