import type { Article } from '@madoguchi/contract/knowledge.ts';
import { IconArchive, IconLock, IconPencil, IconWorld } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import type { Status } from './set-status.ts';
import css from './status-badge.module.css';

const looks = {
  published: { icon: IconWorld, word: 'status.published' },
  draft: { icon: IconPencil, word: 'status.draft' },
  archived: { icon: IconArchive, word: 'status.archived' },
} as const;

const internal = { icon: IconLock, word: 'status.published_internal' } as const;

type Props = { status: Status; audience?: Article['audience'] };

/** Whether customers can read it: a word with a shape, never color alone. */
export function StatusBadge({ status, audience = 'public' }: Props) {
  const t = useAdminWords();
  const { icon: Icon, word } = status === 'published' && audience === 'internal' ? internal : looks[status];
  return (
    <span className={css.badge} data-status={status}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(word)}
    </span>
  );
}
