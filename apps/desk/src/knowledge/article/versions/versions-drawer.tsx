import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button, Drawer, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { usePhone } from '../../../admin/use-phone.ts';
import { Failure } from '../../../ui/failure.tsx';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { historyQuery, versionQuery, versionsQuery } from '../../knowledge.queries.ts';
import type { ArticleEditor } from '../use-article-editor.ts';
import { type Said, VersionDiff } from './version-diff.tsx';
import { VersionList } from './version-list.tsx';
import css from './versions.module.css';

type Props = { article: Article; editor: ArticleEditor; opened: boolean; onClose: () => void };

/** Everything an article has said. To restore a version is to save its words again, so nothing that came after is lost. */
export function VersionsDrawer({ article, editor, opened, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const [wanted, setWanted] = useState<number | null>(null);
  const [against, setAgainst] = useState<'before' | 'now'>('before');
  // An undo comes seconds later, when the editor knows of the version it made.
  const latest = useRef(editor);
  latest.current = editor;
  const { data, error, refetch } = useQuery({ ...versionsQuery(article.id, article.version), enabled: opened });
  const history = useQuery({ ...historyQuery(article.id), enabled: opened });
  const versions = data?.items ?? [];
  const index = Math.max(
    0,
    versions.findIndex(({ version }) => version === wanted),
  );
  const chosen = versions[index];
  const before = versions[index + 1];
  const said = useQuery({ ...versionQuery(article.id, chosen?.version ?? 0), enabled: opened && chosen !== undefined });
  const saidBefore = useQuery({ ...versionQuery(article.id, before?.version ?? 0), enabled: opened && before !== undefined });
  const other: Said | null | undefined = against === 'now' ? article : before ? saidBefore.data : null;

  const restore = async ({ question, answer, category, examples }: Said) => {
    const { fields } = latest.current;
    onClose();
    await latest.current.save({ wanted: { ...fields, question, answer, category, examples } });
    tellWithUndo(t('history.restored', { version: chosen?.version ?? '' }), {
      label: t('undo'),
      undo: () => void latest.current.save({ wanted: fields }),
    });
  };
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('history.title')}
      position="right"
      size={phone ? '100%' : 880}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: css.body, content: css.content, title: css.title }}
    >
      {error ? (
        <Failure error={error}>
          <Button onClick={() => void refetch()}>{t('retry')}</Button>
        </Failure>
      ) : (
        <div className={css.panes}>
          {data ? (
            <VersionList versions={versions} happenings={history.data?.items ?? []} chosen={chosen?.version ?? 0} onChoose={setWanted} />
          ) : (
            <Skeleton height={320} />
          )}
          <div className={css.detail}>
            <div className={css.tools}>
              {index > 0 && (
                <SegmentedControl
                  aria-label={t('history.compare')}
                  value={against}
                  onChange={(value) => setAgainst(value === 'now' ? 'now' : 'before')}
                  data={[
                    { value: 'before', label: t('history.with_before') },
                    { value: 'now', label: t('history.with_now') },
                  ]}
                />
              )}
              {index > 0 && said.data && (
                <Button loading={editor.saving} onClick={() => void restore(said.data)}>
                  {t('history.restore')}
                </Button>
              )}
            </div>
            {said.data && other !== undefined ? (
              <VersionDiff before={index === 0 && before ? (saidBefore.data ?? null) : other} after={said.data} />
            ) : (
              <Skeleton height={200} />
            )}
          </div>
        </div>
      )}
    </Drawer>
  );
}
