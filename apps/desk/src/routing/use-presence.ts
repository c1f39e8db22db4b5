import type { Presence, PresenceReason, PresenceState } from '@madoguchi/contract/routing.ts';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { setMyPresence } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { problemWords } from '../app/problem-words.ts';
import { tell } from '../ui/tell.tsx';
import { askHandOver } from './hand-over-store.ts';
import { presenceWord } from './presence-words.ts';
import { presencesQuery } from './routing.queries.ts';

const none: readonly PresenceReason[] = [];

/** How an agent stands; undefined for one who was never here. */
export function usePresenceOf(agentId: string): { presence: Presence | undefined; reasons: readonly PresenceReason[] } {
  const { data } = useQuery(presencesQuery);
  return { presence: data?.items.find((one) => one.agentId === agentId), reasons: data?.reasons ?? none };
}

type Wish = { state: PresenceState; reasonId: string | null };

/** Says whether I am available; leaving with open conversations asks first what becomes of them. */
export function useSetPresence(): (wish: Wish) => void {
  const t = useWords();
  const me = useMe().agent.id;
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (wish: Wish) => call(setMyPresence, { body: wish }),
    onSuccess: ({ atHand, ...presence }, { state }) => {
      client.setQueryData(
        presencesQuery.queryKey,
        (now) => now && { ...now, items: [...now.items.filter(({ agentId }) => agentId !== me), presence] },
      );
      if (state === 'off' && atHand > 0) askHandOver(atHand);
      else tell(t('presence.told', { state: presenceWord(t, presence, client.getQueryData(presencesQuery.queryKey)?.reasons ?? none) }));
    },
    onError: (error) => notifications.show({ color: 'danger', message: problemWords(t, error) }),
  });
  return mutate;
}
