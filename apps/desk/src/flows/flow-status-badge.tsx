import { IconArchive, IconPencil, IconRoute } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import look from '../knowledge/status-badge.module.css';
import css from './flow-status-badge.module.css';
import type { Status } from './flows.mutations.ts';

const looks = {
  published: { icon: IconRoute, word: 'flows.status_published' },
  draft: { icon: IconPencil, word: 'flows.status_draft' },
  archived: { icon: IconArchive, word: 'flows.status_archived' },
} as const;

type Props = { status: Status; version: number; publishedVersion: number | null };

/** Whether customers are led through it, and whether a newer version waits to be published. */
export function FlowStatusBadge({ status, version, publishedVersion }: Props) {
  const t = useAdminWords();
  const { icon: Icon, word } = looks[status];
  return (
    <span className={css.both}>
      <span className={look.badge} data-status={status}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {t(word)}
      </span>
      {status === 'published' && publishedVersion !== version && <span className={css.newer}>{t('flows.newer_waits')}</span>}
    </span>
  );
}
