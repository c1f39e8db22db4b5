import { ProblemError } from '@madoguchi/client/client.ts';
import { notifications } from '@mantine/notifications';
import { whisperToAgent } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { wordsNow } from '../../app/locale.tsx';
import { queryClient } from '../../app/query-client.ts';
import { returnDraft } from '../composer/draft-store.ts';
import type { Outgoing } from '../composer/outbox-store.ts';
import { putWhisper } from './whispers.queries.ts';

/** Says what was written to whom it was written for. Throws as `call` does. */
export async function whisperNow({ conversationId, to, draft, key }: Outgoing): Promise<void> {
  const body = { to: to ?? '', text: draft.text, idempotencyKey: key };
  putWhisper(queryClient, conversationId, await call(whisperToAgent, { params: { id: conversationId }, body }));
}

/**
 * Whether a whisper was refused because somebody else, or nobody, has the conversation by now. Its words are not lost: they wait where they were
 * written, or become a note where there is nobody to whisper to.
 */
export function whisperRefused({ conversationId, mode, draft }: Outgoing, error: unknown): boolean {
  if (mode !== 'whisper' || !(error instanceof ProblemError) || error.code !== 'whisper.refused') return false;
  const t = wordsNow();
  const now = error.problem.assignee as { name: string } | null | undefined;
  returnDraft(conversationId, now ? 'whisper' : 'note', draft);
  const message = now ? t('whisper.refused', { name: now.name }) : t('whisper.refused_nobody');
  notifications.show({ id: message, message, color: 'warning', autoClose: 8000 });
  return true;
}
