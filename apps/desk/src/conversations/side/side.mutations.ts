import type { SideConversation } from '@madoguchi/contract/side-conversations.ts';
import { useMutation } from '@tanstack/react-query';
import { markSideSeen, retrySideMessage, setSideState, startSideConversation, writeSideMessage } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { sidesQuery } from './side.queries.ts';
import { openSide } from './side-store.ts';

/** Puts one as the server has it into what is on screen. */
function keep(conversationId: string, side: SideConversation): void {
  queryClient.setQueryData(sidesQuery(conversationId).queryKey, (now) => {
    const others = now?.items.filter(({ id }) => id !== side.id) ?? [];
    return { items: [...others, side].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)) };
  });
}

export type Said = { text: string; quotes: string[]; attachmentIds: string[]; idempotencyKey: string };
export type NewSide = Said & { inboxId: string; to: string[]; cc: string[]; subject: string };

export function useStartSide(conversationId: string) {
  const t = useWords();
  return useMutation({
    mutationFn: (body: NewSide) => call(startSideConversation, { params: { id: conversationId }, body }),
    onSuccess: (side) => {
      keep(conversationId, side);
      openSide(conversationId, side.id);
      tell(t('side.told'));
    },
  });
}

export const useWriteSide = (conversationId: string, sideId: string) =>
  useMutation({
    mutationFn: (body: Said) => call(writeSideMessage, { params: { id: sideId }, body }),
    onSuccess: (side) => keep(conversationId, side),
    onError: tellFailure,
  });

export const useSideState = (conversationId: string, sideId: string) =>
  useMutation({
    mutationFn: (state: 'waiting' | 'done') => call(setSideState, { params: { id: sideId }, body: { state } }),
    onSuccess: (side) => keep(conversationId, side),
    onError: tellFailure,
  });

export const useRetrySide = (conversationId: string) =>
  useMutation({
    mutationFn: (messageId: string) => call(retrySideMessage, { params: { id: messageId } }),
    onSuccess: (side) => keep(conversationId, side),
    onError: tellFailure,
  });

/** That it was looked at; whether that could be noted is nobody's worry here. */
export const noteSideSeen = (sideId: string): void => void call(markSideSeen, { params: { id: sideId } }).catch(() => {});
