import { ProblemError } from '@madoguchi/client/client.ts';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { acceptOffer, declineOffer } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords, type WordKey } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { keys } from '../conversations/conversations.queries.ts';
import { offersQuery } from './routing.queries.ts';

const goneWords: Record<string, WordKey> = {
  timed_out: 'offer.gone.timed_out',
  withdrawn: 'offer.gone.withdrawn',
  no_room: 'offer.gone.no_room',
  declined: 'offer.gone.declined',
};

/** What is offered to me, and how I answer it. */
export function useOffers() {
  const t = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({ ...offersQuery, refetchInterval: 30_000 });
  const drop = (offerId: string) =>
    client.setQueryData(offersQuery.queryKey, (now) => now && { ...now, items: now.items.filter(({ id }) => id !== offerId) });
  const renew = () => void client.invalidateQueries({ queryKey: offersQuery.queryKey });

  const accept = useMutation({
    mutationFn: (offerId: string) => call(acceptOffer, { params: { id: offerId } }),
    onSuccess: ({ conversationId }, offerId) => {
      drop(offerId);
      void client.invalidateQueries({ queryKey: keys.all });
      void navigate({ to: '/c/$conversationId', params: { conversationId }, search: { view: 'mine' } });
    },
    onError: (error, offerId) => {
      const outcome = error instanceof ProblemError && error.code === 'offer.ended' ? String(error.problem.outcome) : null;
      if (outcome) drop(offerId);
      const word = outcome === null ? undefined : goneWords[outcome];
      notifications.show({ color: outcome ? undefined : 'danger', message: word ? t(word) : problemWords(t, error) });
    },
    onSettled: renew,
  });
  const decline = useMutation({
    mutationFn: ({ offerId, reason }: { offerId: string; reason: string }) =>
      call(declineOffer, { params: { id: offerId }, body: { reason } }),
    onMutate: ({ offerId }) => drop(offerId),
    onError: (error) => notifications.show({ color: 'danger', message: problemWords(t, error) }),
    onSettled: renew,
  });
  return {
    offers: data?.items ?? [],
    skew: data?.skew ?? 0,
    accept: accept.mutate,
    accepting: accept.isPending ? accept.variables : null,
    decline: decline.mutate,
  };
}
