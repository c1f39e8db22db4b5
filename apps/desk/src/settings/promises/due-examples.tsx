import type { PolicyTarget } from '@madoguchi/contract/promises.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { useLocale } from '../../app/locale.tsx';
import { shortTime } from '../../ui/time.ts';
import { examplesQuery } from './policies.queries.ts';
import { priorityWords } from './promise-words.ts';
import css from './promises.module.css';

const PAUSE_MS = 400;

/** What a target means for some messages, computed by the rule that sets due times. Its room is kept while it is asked for. */
export function DueExamples({ target }: { target: PolicyTarget }) {
  const t = useAdminWords();
  const locale = useLocale();
  const settled = useSettled(JSON.stringify(target), PAUSE_MS);
  const { data } = useQuery(examplesQuery(JSON.parse(settled) as PolicyTarget));
  const [first] = data?.items ?? [];
  const reader = { locale, zone: data?.timezone ?? 'UTC' };
  return (
    <div className={css.examples}>
      {first && <p>{t('promise.examples_priority', { priority: t(priorityWords[first.priority]) })}</p>}
      <ul>
        {data?.items.map(({ cameAt, dueAt }) => (
          <li key={cameAt}>
            {dueAt ? t('promise.example', { came: shortTime(cameAt, reader), due: shortTime(dueAt, reader) }) : t('promise.example_never')}
          </li>
        ))}
      </ul>
    </div>
  );
}
