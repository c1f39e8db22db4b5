import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import type { QueryClient } from '@tanstack/react-query';
import { wordsNow } from '../app/locale.tsx';
import { meQuery } from '../app/me.ts';
import { renewNotifications } from '../notifications/notifications.queries.ts';
import { toldWords } from '../notifications/told-words.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import type { FactFrame } from './fold-frame.ts';

/** What is said at once, and not only counted at the bell. Promises, notes in one's own conversations and offers have their own word. */
const SAID = new Set<NotificationKind>([
  'mentioned',
  'whispered',
  'assigned',
  'taken_over',
  'reply_failed',
  'snoozed_back',
  'approval_wanted',
  'approval_decided',
]);
/** What was missed while the connection was cut is at the bell, and no news any more. */
const NEWS_MS = 60_000;

/** Whether a notification is said where the agent is: not while they want quiet, and not what a toast of its own says. `now` in ms since 1970. */
export function isSaid({ fact, conversation }: FactFrame, myId: string, here: string | null, now: number): boolean {
  const { kind, silent, inDesk, agentId } = fact.data as { kind: NotificationKind; silent: boolean; inDesk: boolean; agentId: string };
  if (fact.name !== 'notification.raised' || agentId !== myId || silent || !inDesk || !SAID.has(kind)) return false;
  if (!conversation || conversation.id === here || now - Date.parse(fact.at) > NEWS_MS) return false;
  return !(kind === 'mentioned' && conversation.assignee.agent?.id === myId);
}

/** What is said of a conversation is taken away once somebody sees it in its place. */
export const saidId = (conversationId: string): string => `told:${conversationId}`;

/** Brings the bell up to date, and says in a word what somebody waits for. */
export function tellNotification(client: QueryClient, frame: FactFrame, open: (conversationId: string) => void, here: string | null): void {
  const { fact, conversation } = frame;
  if (!fact.name.startsWith('notification.')) return;
  renewNotifications(client);
  const myId = client.getQueryData(meQuery.queryKey)?.agent.id;
  if (!myId || !conversation || !isSaid(frame, myId, here, Date.now())) return;
  const t = wordsNow();
  const told = toldWords(t, { kind: fact.data.kind as NotificationKind, count: 1, actorName: (fact.data.by as string | null) ?? null });
  tellWithUndo(`${told}: ${conversation.subject || t('conversation.untitled')}`, {
    label: t('bell.told_open'),
    undo: () => open(conversation.id),
    id: saidId(conversation.id),
  });
}
