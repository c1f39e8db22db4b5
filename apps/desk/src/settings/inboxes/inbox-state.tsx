import { IconPlayerPauseFilled, IconPointFilled } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './inboxes-section.module.css';

/** Whether an inbox takes messages now: a word with a shape. */
export function InboxState({ paused }: { paused: boolean }) {
  const t = useAdminWords();
  const Icon = paused ? IconPlayerPauseFilled : IconPointFilled;
  return (
    <span className={css.state} data-paused={paused || undefined}>
      <Icon size={paused ? 12 : 16} aria-hidden />
      {t(paused ? 'inbox.paused' : 'inbox.running')}
    </span>
  );
}
