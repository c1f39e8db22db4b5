import type { Locale } from '@madoguchi/contract/common.ts';
import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { adminWords, useAdminWords } from '../../admin/admin-words.ts';
import { customerWords } from '../../app/locale.tsx';
import { faceOf, ratingWord } from '../../surveys/rating-words.ts';
import css from './survey-preview.module.css';

const looks = ['chat', 'line', 'mail'] as const;
type Look = (typeof looks)[number];

/** The question, an answer and the thanks, as a customer sees them on each kind of channel. */
export function SurveyPreview({ settings, language }: { settings: SurveySettings; language: Locale }) {
  const t = useAdminWords();
  const [look, setLook] = useState<Look>('chat');
  const { question, comment, thanks, scale } = settings;
  const own = customerWords(language);
  const say = adminWords[language];
  const given = (scale === 'two' ? [5, 1] : [5, 4, 3, 2, 1]).map((rating) => ({ rating, scale }));
  const best = ratingWord(own, given[0]!);
  const rated = say('survey.preview_rated', { rating: best, thanks: thanks[language] });
  return (
    <aside className={css.preview} aria-label={t('survey.preview')}>
      <h3 className={css.title}>{t('survey.preview')}</h3>
      <SegmentedControl
        fullWidth
        aria-label={t('survey.preview')}
        data={looks.map((value) => ({ value, label: t(`survey.preview_${value}`) }))}
        value={look}
        onChange={(value) => setLook(value as Look)}
      />
      <div className={css.screen} data-look={look} lang={language}>
        <div className={css.bubble}>
          <p>{question[language]}</p>
          {look === 'mail' && <p>{say('survey.preview_choose')}</p>}
          <div className={css.choices} data-row={look !== 'chat' || undefined}>
            {given.map((one) => (
              <span key={one.rating} className={css.choice}>
                <span aria-hidden>{faceOf(one)}</span> <span>{ratingWord(own, one)}</span>
              </span>
            ))}
          </div>
        </div>
        {look !== 'mail' && (
          <>
            <p className={css.answer}>
              {faceOf(given[0]!)} {best}
            </p>
            <div className={css.bubble}>
              <p>{rated}</p>
              {comment.ask && <p>{comment.text[language]}</p>}
              {comment.ask && <span className={css.single}>{say('survey.no_comment')}</span>}
            </div>
          </>
        )}
      </div>
      <p className={css.note}>{t('survey.preview_page')}</p>
    </aside>
  );
}
