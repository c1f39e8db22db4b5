import { Button, Skeleton } from '@mantine/core';
import { IconMoodSearch, IconMoodSmile } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { LinkButton } from '../admin/links.tsx';
import { useListKeys } from '../admin/list-keys.ts';
import { MorePages } from '../admin/more-pages.tsx';
import { useCan } from '../app/me.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { AnswerRow } from './answer-row.tsx';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { RatingBars } from './rating-bars.tsx';
import type { SurveySearch } from './survey-search.ts';
import css from './surveys.module.css';
import { surveysQuery } from './surveys.queries.ts';

const placeholders = ['a', 'b', 'c', 'd', 'e'];

/** How content customers were: the share, how often each rating was given, and every answer behind it. */
export function SurveysPage() {
  const t = useAdminWords();
  const mayManage = useCan('workspace.manage');
  const search = useSearch({ from: '/signed-in/surveys' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(surveysQuery(search));
  const set = (change: Partial<SurveySearch>) => void navigate({ to: '/surveys', search: { ...search, ...change }, replace: true });
  const listRef = useRef<HTMLUListElement>(null);
  useListKeys({ list: listRef });
  const figures = list.data?.pages[0]?.figures;
  const rows = list.data?.pages.flatMap((page) => page.items);
  const toSettings = mayManage && (
    <LinkButton to="/settings/$" params={{ _splat: 'surveys' }} variant="default">
      {t('surveys.to_settings')}
    </LinkButton>
  );
  const narrowed = search.rating !== undefined || search.commented !== undefined;
  return (
    <Page title={t('surveys.title')} actions={figures && figures.asked > 0 && toSettings} width={1120}>
      <div className={forms.forms}>
        <Filters search={search} set={set} />
        {list.error && !rows && (
          <Failure error={list.error}>
            <Button variant="default" onClick={() => void list.refetch()}>
              {t('retry')}
            </Button>
          </Failure>
        )}
        {!rows && !list.error && <Ghosts />}
        {figures?.asked === 0 && (
          <Empty icon={IconMoodSmile} title={t('surveys.none_asked')} text={t('surveys.none_asked_text')}>
            {toSettings}
          </Empty>
        )}
        {figures && figures.asked > 0 && (
          <div className={css.summary} aria-busy={list.isPlaceholderData}>
            <Figures figures={figures} />
            <RatingBars ratings={figures.ratings} chosen={search.rating} choose={(rating) => set({ rating })} />
          </div>
        )}
        {figures && figures.asked > 0 && figures.answered === 0 && (
          <Empty icon={IconMoodSmile} title={t('surveys.none_answered')} text={t('surveys.none_answered_text', { count: figures.asked })} />
        )}
        {figures && figures.answered > 0 && rows?.length === 0 && narrowed && (
          <Empty icon={IconMoodSearch} title={t('surveys.none_match')}>
            <Button variant="default" onClick={() => set({ rating: undefined, commented: undefined })}>
              {t('surveys.clear')}
            </Button>
          </Empty>
        )}
        {rows && rows.length > 0 && (
          <ul ref={listRef} className={css.list} aria-label={t('surveys.answers')} aria-busy={list.isPlaceholderData}>
            {rows.map((row) => (
              <AnswerRow key={row.id} answer={row} />
            ))}
          </ul>
        )}
        <MorePages list={list} />
      </div>
    </Page>
  );
}

const Ghosts = () => (
  <>
    <div className={css.summary}>
      <Skeleton height={148} />
      <Skeleton height={148} />
    </div>
    <div className={css.list}>
      {placeholders.map((key) => (
        <Skeleton key={key} height={56} mb={8} />
      ))}
    </div>
  </>
);
