import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { queryOptions } from '@tanstack/react-query';
import { checkReply } from '../../../app/api.ts';
import { call } from '../../../app/client.ts';
import { articlesIn, type Draft } from '../draft.ts';

/** What the server says of a reply, kept for as long as nobody changes a letter of it. */
export function replyCheckQuery(conversationId: string, draft: Draft, inboxId: string | undefined) {
  const body = {
    text: draft.text,
    attachments: draft.attachments.length,
    articleIds: articlesIn(draft).slice(0, 10),
    ...(inboxId ? { inboxId } : {}),
  };
  return queryOptions<CheckFinding[]>({
    queryKey: ['reply-check', conversationId, body],
    queryFn: async ({ signal }) => (await call(checkReply, { params: { id: conversationId }, body }, { signal })).findings,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // A check that cannot be had keeps nobody from writing or sending.
    retry: false,
  });
}
