import type { SurveyFigures } from '@madoguchi/contract/surveys.ts';
import { Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale } from '../app/locale.tsx';
import css from './surveys.module.css';

/** A share of a hundred; a dash where there is nothing to share. */
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`);

/** The figures with what they are of; what each means stands behind its mark. */
export function Figures({ figures: { asked, answered, satisfied, commented } }: { figures: SurveyFigures }) {
  const t = useAdminWords();
  const locale = useLocale();
  const count = (value: number) => value.toLocaleString(locale);
  return (
    <dl className={css.figures}>
      <Figure
        name={t('surveys.satisfied')}
        meaning={t('surveys.satisfied_text')}
        value={percent(satisfied, answered)}
        of={t('surveys.of_answers', { count: answered, satisfied: count(satisfied) })}
        main
      />
      <Figure
        name={t('surveys.rate')}
        meaning={t('surveys.rate_text')}
        value={percent(answered, asked)}
        of={t('surveys.of_asked', { asked: count(asked), count: answered })}
      />
      <Figure name={t('surveys.commented')} meaning={t('surveys.commented_text')} value={count(commented)} of={t('surveys.of_commented')} />
    </dl>
  );
}

type Props = { name: string; meaning: string; value: string; of: string; main?: boolean };

function Figure({ name, meaning, value, of, main = false }: Props) {
  const t = useAdminWords();
  return (
    <div className={css.figure}>
      <dt className={css.name}>
        {name}
        <Tooltip label={meaning} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
          <button type="button" className={css.define} aria-label={t('report.define', { name })}>
            <IconInfoCircle size={14} stroke={1.8} aria-hidden />
          </button>
        </Tooltip>
      </dt>
      <dd className={css.value} data-main={main || undefined}>
        {value}
      </dd>
      <dd className={css.of}>{of}</dd>
    </div>
  );
}
