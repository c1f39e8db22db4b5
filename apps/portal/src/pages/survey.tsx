import type { SurveyModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { type Page, pageOf } from '../page/page.ts';
import { CheckIcon } from '../parts/icons.tsx';
import { SurveyForm } from '../parts/survey-form.tsx';

/** Whether the customer was content. A plain form: opening the page, by whatever program, says nothing. */
export function renderSurvey(model: SurveyModel): string {
  const page: Page<SurveyModel> = pageOf(model);
  const { t, number, question, state, locale, path } = page;
  return renderDocument({
    page,
    about: { title: t('survey.title'), paths: null },
    otherPath: locale === 'ja' ? path.replace('/surveys/', '/en/surveys/') : path.replace('/en/surveys/', '/surveys/'),
    withoutSearch: true,
    withoutMessenger: true,
    children: (
      <div class="column survey">
        <p class="dates">{t('survey.about', { number })}</p>
        {state === 'form' && <h1>{question}</h1>}
        {state === 'form' && <SurveyForm page={page} />}
        {state === 'thanked' && <Thanked page={page} />}
        {state === 'over' && <h1>{t('survey.over_title')}</h1>}
        {state === 'over' && <p>{t('survey.over')}</p>}
      </div>
    ),
  });
}

function Thanked({ page: { t, thanks, choices, chosen, comment, path } }: { page: Page<SurveyModel> }) {
  const given = choices.find(({ rating }) => rating === chosen);
  return (
    <div class="received" role="status">
      <p class="seal" aria-hidden="true">
        <CheckIcon />
      </p>
      <h1>{thanks}</h1>
      {given && (
        <p class="given">
          {t('survey.your_rating')} <strong>{given.label}</strong>
        </p>
      )}
      {comment !== '' && <blockquote>{comment}</blockquote>}
      <p>
        <a href={path}>{t('survey.change')}</a>
      </p>
      <p class="hint">{t('survey.change_hint')}</p>
    </div>
  );
}
