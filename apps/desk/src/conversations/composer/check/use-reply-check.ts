import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSettled } from '../../../admin/use-settled.ts';
import { type Draft, isEmptyDraft, type Mode } from '../draft.ts';
import { acceptedIn, useAccepted } from './accepted-store.ts';
import { replyCheckQuery } from './check.queries.ts';
import { nameOf, stillThere } from './findings-here.ts';

/** A pause this long, and what stands there is looked over. */
const PAUSE_MS = 500;
/** Sending does not wait longer than this for the last letters to be looked over. */
const PATIENCE_MS = 800;

type Wish = { id: string; mode: Mode; draft: Draft; inboxId: string | undefined };

/** What there is to say about a reply while it is written, and what must be asked before it goes. */
export function useReplyCheck({ id, mode, draft, inboxId }: Wish) {
  const client = useQueryClient();
  const settled = useSettled(draft, PAUSE_MS);
  const accepted = useAccepted(id);
  const enabled = mode === 'reply' && !isEmptyDraft(settled);
  const { data } = useQuery({ ...replyCheckQuery(id, settled, inboxId), enabled, placeholderData: (before) => before });
  const findings = enabled && data ? stillThere(data, draft.text).filter((one) => !accepted.includes(nameOf(one))) : [];

  /** Warnings about the draft as it is now; none when the server does not say in time. */
  const warnings = async (): Promise<CheckFinding[]> => {
    if (mode !== 'reply' || isEmptyDraft(draft)) return [];
    const late = new Promise<CheckFinding[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
    const said = await Promise.race([client.fetchQuery(replyCheckQuery(id, draft, inboxId)).catch(() => []), late]);
    return said.filter((one) => one.weight === 'warning' && !acceptedIn(id).includes(nameOf(one)));
  };
  return { findings, warnings };
}
