import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import css from './due.module.css';
import { DueMark } from './due-mark.tsx';
import { PromiseList } from './promise-list.tsx';

/** What is due next, and all that this customer was promised. Nothing where nothing is due. */
export function DueMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (!conversation.due) return null;
  return (
    <LazyPopover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={300}
      withinPortal
      trapFocus
      returnFocus
      dropdown={{ tabIndex: -1, 'aria-label': t('due.list') }}
      target={
        <button type="button" className={css.button}>
          <DueMark due={conversation.due} />
        </button>
      }
    >
      <p className={css.title}>{t('due.list')}</p>
      <PromiseList id={conversation.id} />
    </LazyPopover>
  );
}
