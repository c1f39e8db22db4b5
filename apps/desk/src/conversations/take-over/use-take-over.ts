import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { askComposer } from '../composer/composer-asks.ts';
import { useAssign } from '../conversations.mutations.ts';

/** Makes oneself responsible in place of whoever is; can be taken back for some seconds. Whoever had it is told, and keeps what they were writing. */
export function useTakeOver({ id, subject, assignee }: Pick<Conversation, 'id' | 'subject' | 'assignee'>): () => void {
  const t = useWords();
  const { agent } = useMe();
  const assign = useAssign(id);
  return () => {
    if (assignee.agent?.id === agent.id) return;
    assign({ agent: { id: agent.id, name: agent.name }, team: assignee.team });
    const values = { subject: subject || t('conversation.untitled'), name: assignee.agent?.name ?? '' };
    const undo = { label: t('take_over.undo'), undo: () => assign(assignee) };
    askComposer(id, 'reply', false);
    tellWithUndo(assignee.agent ? t('take_over.done_from', values) : t('take_over.done', values), undo);
  };
}
