import { confirmTranslation, markArticleChecked, requestArticleReview } from '@madoguchi/contract/article-life.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { tell } from '../../../ui/tell.tsx';
import { fullTime } from '../../../ui/time.ts';
import { Ago } from '../../../ui/time-text.tsx';
import { useNow, useReader } from '../../../ui/use-now.ts';
import { isDue, Mark } from '../../article-marks.tsx';
import type { MarkName } from '../../knowledge.queries.ts';
import { useArticleChange } from '../../use-article-change.ts';
import { LanguageSwitch, translationsQuery } from './language-switch.tsx';
import css from './life-strip.module.css';
import { SettingsDrawer } from './settings-drawer.tsx';

/** What is going on with an article beside its words: its languages, who waits for what, and the way to change it. */
export function LifeStrip({ article }: { article: Article }) {
  const t = useAdminWords();
  const reader = useReader();
  const now = useNow();
  const change = useArticleChange();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(translationsQuery(article));
  const isBehind = data?.items.some((one) => one.id === article.id && one.isBehind) ?? false;
  const params = { id: article.id };
  const act = (word: 'life.withdraw' | 'life.checked' | 'life.confirm', run: () => Promise<Article>, told?: string) => (
    <Button
      variant="default"
      size="compact-sm"
      disabled={change.isPending}
      onClick={() => change.mutate(run, { onSuccess: () => told && tell(told) })}
    >
      {t(word)}
    </Button>
  );
  const withdraw = () => call(requestArticleReview, { params, body: { requested: false } });
  return (
    <div className={css.strip}>
      <LanguageSwitch article={article} />
      {article.audience === 'internal' && <Item mark="internal" />}
      {article.reviewRequestedAt && (
        <Item mark="review_requested" action={act('life.withdraw', withdraw)}>
          <span>
            {article.reviewRequestedBy} · <Ago at={article.reviewRequestedAt} />
          </span>
        </Item>
      )}
      {isDue(article.checkDueAt, now) && article.status !== 'archived' && (
        <Item
          mark="check_due"
          action={act(
            'life.checked',
            () => call(markArticleChecked, { params }),
            t('life.told_checked', { days: article.checkEveryDays ?? 0 }),
          )}
        />
      )}
      {isBehind && (
        <Item
          mark="translation_behind"
          action={act('life.confirm', () => call(confirmTranslation, { params }), t('life.told_confirmed'))}
        />
      )}
      {(article.publishAt || article.archiveAt) && (
        <Item mark="scheduled">
          {article.publishAt && <span>{t('life.publish_on', { at: fullTime(article.publishAt, reader) })}</span>}
          {article.archiveAt && <span>{t('life.archive_on', { at: fullTime(article.archiveAt, reader) })}</span>}
        </Item>
      )}
      <Button
        className={css.settings}
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconSettings size={16} stroke={1.6} />}
        onClick={() => setOpened(true)}
      >
        {t('life.settings')}
      </Button>
      <SettingsDrawer article={article} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
}

function Item({ mark, action, children }: { mark: MarkName; action?: ReactNode; children?: ReactNode }) {
  return (
    <span className={css.item}>
      <Mark name={mark} />
      {children && <span className={css.detail}>{children}</span>}
      {action}
    </span>
  );
}
