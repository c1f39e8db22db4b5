import { useWords } from '../../app/locale.tsx';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { useSetSpam } from '../conversations.mutations.ts';

/** What an agent can say about spam: done at once, and offered to be taken back. `sender`: blocks, or unblocks, who wrote it as well. */
export function useSpamActions(id: string) {
  const t = useWords();
  const set = useSetSpam(id);
  const mark = (sender: boolean) =>
    set(
      { spam: true, sender },
      {
        onSuccess: () =>
          tellWithUndo(t(sender ? 'spam.told_blocked' : 'spam.told_marked'), {
            label: t('spam.undo'),
            undo: () => set({ spam: false, sender }),
          }),
      },
    );
  const putBack = (sender: boolean) => set({ spam: false, sender }, { onSuccess: () => tell(t('spam.told_back')) });
  return { mark, putBack };
}
