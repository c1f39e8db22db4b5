import type { QueryClient } from '@tanstack/react-query';
import { wordsNow } from '../app/locale.tsx';
import { meQuery } from '../app/me.ts';
import { tellWithUndo } from '../ui/tell.tsx';
import type { FactFrame } from './fold-frame.ts';

/** What was missed while the connection was cut is in the timeline, and no whisper any more. */
const NEWS_MS = 60_000;
const SHOWN_CHARACTERS = 80;

/** Whether a colleague just wrote a note into an open conversation that this agent has. `now` in ms since 1970. */
export function isWhisperedToMe({ fact, conversation, message }: FactFrame, myId: string, now: number): boolean {
  return (
    fact.name === 'note.added' &&
    message !== null &&
    fact.actor.kind === 'agent' &&
    fact.actor.id !== myId &&
    conversation?.assignee.agent?.id === myId &&
    conversation.status !== 'closed' &&
    now - Date.parse(fact.at) < NEWS_MS
  );
}

/** Says it where the agent is, in a word of it, with the way there. */
export function tellNote(client: QueryClient, frame: FactFrame, open: (conversationId: string) => void): void {
  const myId = client.getQueryData(meQuery.queryKey)?.agent.id;
  const { conversation, fact, message } = frame;
  if (!myId || !conversation || !isWhisperedToMe(frame, myId, Date.now())) return;
  const t = wordsNow();
  const line = (message?.text ?? '').replace(/\s+/g, ' ').trim();
  const text = [...line].slice(0, SHOWN_CHARACTERS).join('') || t('note.told_files');
  tellWithUndo(t('note.told', { name: fact.actor.name, text: line.length > text.length ? `${text}…` : text }), {
    label: t('note.open'),
    undo: () => open(conversation.id),
  });
}
