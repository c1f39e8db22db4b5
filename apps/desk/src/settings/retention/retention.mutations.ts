import { liftHold, placeHold, type RetentionKind, setRetention } from '@madoguchi/contract/retention.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { holdsQuery, retentionQuery } from './retention.queries.ts';

export function useSetRetention(kind: RetentionKind) {
  const t = useAdminWords();
  return useMutation({
    mutationFn: (keep: number | null) => call(setRetention, { params: { kind }, body: { keep } }),
    onSuccess: (rule) => {
      queryClient.setQueryData(
        retentionQuery.queryKey,
        (now) => now && { items: now.items.map((one) => (one.kind === kind ? rule : one)) },
      );
      tell(t(rule.keep === null ? 'retention.told_forever' : 'retention.told_set'));
    },
    onError: tellFailure,
  });
}

type Wish = { about: { customerId: string } | { conversationNumber: number }; reason: string };

export const addHold = async (body: Wish): Promise<void> => {
  await call(placeHold, { body });
  await queryClient.invalidateQueries({ queryKey: holdsQuery.queryKey });
};

export function useLiftHold() {
  const t = useAdminWords();
  return useMutation({
    mutationFn: (id: string) => call(liftHold, { params: { id } }),
    onSuccess: () => tell(t('holds.told_lifted')),
    onError: tellFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: holdsQuery.queryKey }),
  });
}
