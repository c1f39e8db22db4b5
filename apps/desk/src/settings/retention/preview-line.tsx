import type { RetentionKind } from '@madoguchi/contract/retention.ts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import css from './retention.module.css';
import { previewQuery } from './retention.queries.ts';

/** What would go at once, counted now. */
export function PreviewLine({ kind, keep }: { kind: RetentionKind; keep: number }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const { data, error } = useQuery(previewQuery(kind, keep));
  if (error && !data) return <p className={css.waits}>{words(error)}</p>;
  if (!data) return <Skeleton height={20} width={280} />;
  const figures = { count: data.count.toLocaleString(), messages: data.messages.toLocaleString(), files: data.files.toLocaleString() };
  return (
    <p className={data.count > 0 ? css.waits : css.quiet} aria-live="polite">
      {data.count === 0
        ? t('retention.preview_none')
        : t(kind === 'conversations' ? 'retention.preview_conversations' : 'retention.preview', figures)}
      {data.held > 0 && ` ${t('retention.preview_held', { count: data.held.toLocaleString() })}`}
    </p>
  );
}
