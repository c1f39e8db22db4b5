import type { BulkAction, BulkOutcome } from '@madoguchi/contract/bulk.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { notifications } from '@mantine/notifications';
import { actOnMany, undoBulk } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords, type Words } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { once } from '../../app/once.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { putIntoDetail, putIntoLists } from '../conversations.cache.ts';
import { keys } from '../conversations.queries.ts';
import { clearSelection, selection } from './selection-store.ts';

const PROGRESS = 'bulk';

function progress(t: Words, count: number): void {
  notifications.show({ id: PROGRESS, loading: true, autoClose: false, withCloseButton: false, message: t('bulk.working', { count }) });
}

type Done = { bulkId: string | null; outcomes: readonly BulkOutcome[]; conversations: readonly Conversation[] };

/** Does one thing to everything that is selected; says what became of it, and takes all of it back on request. */
export function useBulk(): (action: BulkAction) => Promise<void> {
  const onMany = useRunOnMany();
  return async (action) => {
    const ids = [...selection.get().ids];
    if (ids.length > 0) await onMany(ids.length, () => call(actOnMany, { body: { ids, action } }));
  };
}

/** Does whatever it is to many, one thing at a time: with its progress, what became of them, and the way back. */
export function useRunOnMany(): (count: number, work: () => Promise<Done>) => Promise<void> {
  const t = useWords();
  const myId = useMe().agent.id;
  const put = (conversations: readonly Conversation[]) => {
    for (const conversation of conversations) {
      putIntoLists(queryClient, conversation, myId);
      putIntoDetail(queryClient, conversation.id, () => conversation);
    }
    void queryClient.invalidateQueries({ queryKey: keys.lists });
    void queryClient.invalidateQueries({ queryKey: keys.counts });
  };
  const undo = async (bulkId: string, count: number) => {
    progress(t, count);
    try {
      const { outcomes, conversations } = await call(undoBulk, { params: { id: bulkId } });
      put(conversations);
      const left = outcomes.filter(({ outcome }) => outcome === 'changed_since').length;
      tell(left > 0 ? t('bulk.undone_but', { count: outcomes.length - left, left }) : t('bulk.undone', { count: outcomes.length }));
    } catch (error) {
      tellFailure(error);
    } finally {
      notifications.hide(PROGRESS);
    }
  };
  const onMany = async (count: number, work: () => Promise<Done>) => {
    progress(t, count);
    try {
      const { bulkId, outcomes, conversations } = await work();
      put(conversations);
      clearSelection();
      const done = outcomes.filter(({ outcome }) => outcome === 'done').length;
      const refused = outcomes.filter(({ outcome }) => outcome === 'refused').length;
      const incomplete = outcomes.filter(({ code }) => code === 'conversation.incomplete').length;
      const said = refused > 0 ? t('bulk.done_but', { count: done, refused }) : t('bulk.done', { count: done });
      const words = incomplete > 0 ? `${said} ${t('bulk.incomplete', { count: incomplete })}` : said;
      if (bulkId) tellWithUndo(words, { label: t('merge.undo'), undo: () => void undo(bulkId, done) });
      else tell(refused > 0 ? words : t('bulk.nothing'));
    } catch (error) {
      tellFailure(error);
    } finally {
      notifications.hide(PROGRESS);
    }
  };
  return (count, work) => once(PROGRESS, () => onMany(count, work));
}
