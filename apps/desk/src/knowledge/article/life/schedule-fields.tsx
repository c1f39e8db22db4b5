import { scheduleArticle } from '@madoguchi/contract/article-life.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Alert, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useProblemWords } from '../../../admin/problem.ts';
import { call } from '../../../app/client.ts';
import { tell } from '../../../ui/tell.tsx';
import { useReader } from '../../../ui/use-now.ts';
import { useArticleChange } from '../../use-article-change.ts';
import css from './settings-drawer.module.css';
import { fromWallTime, toWallTime } from './wall-time.ts';

/** When an article comes and goes by itself, on the clocks of the company. */
export function ScheduleFields({ article }: { article: Article }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const { zone } = useReader();
  const change = useArticleChange({ quiet: true });
  const shown = (at: string | null) => (at ? toWallTime(at, zone) : '');
  const [publishAt, setPublishAt] = useState(() => shown(article.publishAt));
  const [archiveAt, setArchiveAt] = useState(() => shown(article.archiveAt));
  if (article.status === 'archived') return null;
  const isSame = publishAt === shown(article.publishAt) && archiveAt === shown(article.archiveAt);
  const save = () => {
    const body = { publishAt: fromWallTime(publishAt, zone), archiveAt: fromWallTime(archiveAt, zone) };
    change.mutate(() => call(scheduleArticle, { params: { id: article.id }, body }), {
      onSuccess: () => tell(t(body.publishAt || body.archiveAt ? 'life.told_scheduled' : 'life.told_unscheduled')),
    });
  };
  return (
    <fieldset className={css.part}>
      <legend>{t('life.schedule')}</legend>
      {article.status === 'draft' && (
        <TextInput
          type="datetime-local"
          label={t('life.publish_at')}
          description={t('life.publish_at_help')}
          value={publishAt}
          onChange={(event) => setPublishAt(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t('life.archive_at')}
        value={archiveAt}
        onChange={(event) => setArchiveAt(event.currentTarget.value)}
      />
      {change.error && (
        <Alert color="danger" role="alert">
          {words(change.error)}
        </Alert>
      )}
      <div className={css.foot}>
        {(article.publishAt || article.archiveAt) && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setPublishAt('');
              setArchiveAt('');
            }}
          >
            {t('life.clear')}
          </Button>
        )}
        <Button variant="default" disabled={isSame} loading={change.isPending} onClick={save}>
          {t('life.save_schedule')}
        </Button>
      </div>
    </fieldset>
  );
}
