import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerWhisper, settleWhisper } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { emptyDraft } from '../composer/draft.ts';
import { setDraft } from '../composer/draft-store.ts';
import { keys } from '../conversations.queries.ts';
import { putWhisper } from './whispers.queries.ts';

/** What can be done with a whisper to oneself, in the conversation `id`. Done with, it is off the strip at once. */
export function useWhisperAnswers(id: string) {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: keys.whispers(id) });
  const settle = useMutation({
    mutationFn: ({ whisper, outcome }: { whisper: Whisper; outcome: 'seen' | 'used' }) =>
      call(settleWhisper, { params: { id: whisper.id }, body: { outcome } }),
    onMutate: ({ whisper, outcome }) => putWhisper(client, id, { ...whisper, outcome }),
    onSettled: anew,
  });
  const answer = useMutation({
    mutationFn: ({ whisper, text, key }: { whisper: Whisper; text: string; key: string }) =>
      call(answerWhisper, { params: { id: whisper.id }, body: { text, idempotencyKey: key } }),
    onSuccess: (said, { whisper }) => {
      setDraft(id, 'whisper', emptyDraft);
      putWhisper(client, id, { ...whisper, outcome: 'answered' });
      putWhisper(client, id, said);
    },
    onSettled: anew,
  });
  return { settle: settle.mutate, answer: answer.mutate, answering: answer.isPending };
}
