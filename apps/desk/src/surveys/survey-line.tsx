import type { TimelineFact } from '@madoguchi/contract/messages.ts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import css from './rating.module.css';
import { Rating } from './rating.tsx';
import { surveyOfQuery } from './surveys.queries.ts';

/** What the customer answered, where it was answered: the face, and the comment below it. */
export function SurveyLine({ fact }: { fact: TimelineFact }) {
  const t = useWords();
  const reader = useReader();
  const { conversationId = '' } = useParams({ strict: false });
  const hasComment = fact.data.hasComment === true;
  const { data } = useQuery({ ...surveyOfQuery(conversationId, fact.id), enabled: hasComment && conversationId !== '' });
  const comment = data?.items[0]?.comment;
  const scale = fact.data.scale === 'two' ? 'two' : 'five';
  return (
    <div className={css.line}>
      <div className={css.head}>
        <small>{t('survey.answered')}</small>
        <Rating of={{ rating: Number(fact.data.rating), scale }} />
        <time dateTime={fact.at} title={fullTime(fact.at, reader)}>
          {clockTime(fact.at, reader)}
        </time>
      </div>
      {hasComment && !data && <Skeleton height={16} width={180} aria-label={t('survey.comment_loading')} />}
      {comment && <p className={css.comment}>{comment}</p>}
    </div>
  );
}
