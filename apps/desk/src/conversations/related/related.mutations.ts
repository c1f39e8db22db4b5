import type { Relation } from '@madoguchi/contract/related.ts';
import { useMutation } from '@tanstack/react-query';
import { actOnMany, relateConversation, replyToConversation, unrelateConversation } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { keys } from '../conversations.queries.ts';
import { relatedQuery } from './related.queries.ts';

const renew = () => queryClient.invalidateQueries({ queryKey: ['conversations', 'related'] });

export function useUnrelate() {
  const t = useWords();
  return useMutation({
    mutationFn: (linkId: string) => call(unrelateConversation, { params: { id: linkId } }),
    onSuccess: () => tell(t('related.told_removed')),
    onError: tellFailure,
    onSettled: renew,
  });
}

type Wish = { other: { id: string; number: number }; relation: Relation };

/** Links at once; the note that tells it takes it back. */
export function useRelate(id: string) {
  const t = useWords();
  const remove = useUnrelate();
  return useMutation({
    mutationFn: ({ other, relation }: Wish) => call(relateConversation, { params: { id }, body: { otherId: other.id, relation } }),
    onSuccess: (related, { other }) => {
      queryClient.setQueryData(relatedQuery(id).queryKey, related);
      const link = related.items.find(({ conversation }) => conversation.id === other.id);
      tellWithUndo(t('related.told', { number: other.number }), {
        label: t('related.undo'),
        undo: () => link && remove.mutate(link.linkId),
      });
    },
    onError: tellFailure,
    onSettled: renew,
  });
}

export function useResolveAll() {
  const t = useWords();
  return useMutation({
    mutationFn: (ids: string[]) => call(actOnMany, { body: { ids, action: { kind: 'status', status: 'resolved' } } }),
    onSuccess: ({ outcomes }) => tell(t('related.told_resolved', { count: outcomes.filter(({ outcome }) => outcome === 'done').length })),
    onError: tellFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}

type Reply = { to: readonly { id: string; lastSeq: number }[]; text: string; key: string };

/** The same reply to each, which resolves it; one that cannot be replied to (somebody answered meanwhile, no way to write) is left and counted. */
export function useTellAll() {
  const t = useWords();
  return useMutation({
    mutationFn: async ({ to, text, key }: Reply) => {
      const results: boolean[] = [];
      for (const { id, lastSeq } of to) {
        const body = {
          text,
          seenSeq: lastSeq,
          thenStatus: 'resolved' as const,
          attachmentIds: [],
          articleIds: [],
          idempotencyKey: `${key}-${id}`,
        };
        results.push(
          await call(replyToConversation, { params: { id }, body }).then(
            () => true,
            () => false,
          ),
        );
      }
      return results.filter(Boolean).length;
    },
    onSuccess: (sent, { to }) => {
      if (sent > 0) tell(t('related.told_sent', { count: sent }));
      if (sent < to.length) tell(t('related.told_left', { count: to.length - sent }));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}
