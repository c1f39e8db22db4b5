import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import type { JoinEnd } from './join-end.ts';
import css from './joined.module.css';
import { useGoTo, useUndoConversationMerge, useUndoSplit } from './joined.mutations.ts';

/** Leads from a line to the other conversation, and back to before. */
export function JoinLineEnd({ end: { other, undo } }: { end: JoinEnd }) {
  const t = useWords();
  const goTo = useGoTo();
  const mayUndo = useCan('conversation.status');
  const unmerge = useUndoConversationMerge();
  const unsplit = useUndoSplit();
  return (
    <>
      <button type="button" className={css.lineLink} onClick={() => void goTo(other)}>
        {t('merge.open')}
      </button>
      {undo && mayUndo && (
        <button
          type="button"
          className={css.lineLink}
          disabled={unmerge.isPending || unsplit.isPending}
          onClick={() => (undo.kind === 'merge' ? unmerge : unsplit).mutate(undo.id)}
        >
          {t('merge.undo')}
        </button>
      )}
    </>
  );
}
