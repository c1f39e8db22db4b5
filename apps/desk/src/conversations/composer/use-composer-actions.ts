import { IconArrowBackUp, IconBook, IconEar, IconMessage2Share, IconNote, IconSlash } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useActions } from '../../keys/actions.ts';
import type { Whom } from '../whispers/whom.ts';
import type { Mode } from './draft.ts';
import { undoLastSend } from './undo-toast.tsx';

type Parts = {
  field: RefObject<HTMLTextAreaElement | null>;
  setMode: (mode: Mode) => void;
  /** Who can be whispered to here. */
  whom: Whom | null;
  openCanned: () => void;
  openSearch: () => void;
};

/** What can be done in the composer by key and palette. */
export function useComposerActions({ field, setMode, whom, openCanned, openSearch }: Parts): void {
  const write = (mode: Mode) => {
    setMode(mode);
    requestAnimationFrame(() => field.current?.focus());
  };
  useActions([
    { id: 'reply', word: 'composer.reply', group: 'group.conversation', icon: IconMessage2Share, keys: 'r', run: () => write('reply') },
    { id: 'note', word: 'composer.note', group: 'group.conversation', icon: IconNote, keys: 'n', run: () => write('note') },
    ...(whom
      ? [
          {
            id: 'whisper',
            word: 'composer.whisper' as const,
            group: 'group.conversation' as const,
            icon: IconEar,
            keys: 'h',
            run: () => write('whisper'),
          },
        ]
      : []),
    { id: 'canned', word: 'composer.canned', group: 'group.conversation', icon: IconSlash, run: openCanned },
    { id: 'article_search', word: 'article_search.title', group: 'group.conversation', icon: IconBook, keys: 'mod+j', run: openSearch },
    { id: 'undo_send', word: 'undo.undo', group: 'group.conversation', icon: IconArrowBackUp, keys: 'z', run: undoLastSend },
  ]);
}
