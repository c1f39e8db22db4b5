import { IconArchive, IconPencil, IconWorld } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import type { Status } from './set-status.ts';
import css from './status-badge.module.css';

const looks = {
  published: { icon: IconWorld, word: 'status.published' },
  draft: { icon: IconPencil, word: 'status.draft' },
  archived: { icon: IconArchive, word: 'status.archived' },
} as const;

/** Whether customers can read it: a word with a shape, never color alone. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useAdminWords();
  const { icon: Icon, word } = looks[status];
  return (
    <span className={css.badge} data-status={status}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(word)}
    </span>
  );
}
