import type { QueryClient } from '@tanstack/react-query';
import { wordsNow } from '../app/locale.tsx';
import { meQuery } from '../app/me.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import type { FactFrame } from './fold-frame.ts';

const SUPERVISING = new Set(['supervisor', 'admin', 'owner']);

/** Whether a promise in danger, or broken, is to be told to this agent: the policy names the assignee or those who supervise. */
export function isToldMe({ fact, conversation }: FactFrame, me: { id: string; role: string }): boolean {
  if (fact.name !== 'sla.warned' && fact.name !== 'sla.breached') return false;
  const notify = Array.isArray(fact.data.notify) ? fact.data.notify : [];
  return (
    (notify.includes('assignee') && conversation?.assignee.agent?.id === me.id) ||
    (notify.includes('supervisors') && SUPERVISING.has(me.role))
  );
}

/** What was missed while the connection was cut is no news any more. */
const NEWS_MS = 10 * 60_000;

/** Says it where the agent is, with a way there. */
export function tellPromise(client: QueryClient, frame: FactFrame, open: (conversationId: string) => void): void {
  const me = client.getQueryData(meQuery.queryKey)?.agent;
  const { conversation, fact } = frame;
  if (!me || !conversation || !isToldMe(frame, me) || Date.now() - Date.parse(fact.at) > NEWS_MS) return;
  const t = wordsNow();
  const subject = conversation.subject || t('conversation.untitled');
  tellWithUndo(t(fact.name === 'sla.warned' ? 'due.warned' : 'due.breached', { subject }), {
    label: t('due.open'),
    undo: () => open(conversation.id),
  });
}
