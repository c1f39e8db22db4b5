import type { JSX } from 'preact';
import type { SurveyModel } from '../models.ts';
import type { Page } from '../page/page.ts';

const COMMENT_CHARACTERS = 2000;

/** Faces to choose from, room for a comment, and the button that says it. */
export function SurveyForm({ page }: { page: Page<SurveyModel> }): JSX.Element {
  const { t, path, question, choices, chosen, comment, asksComment, error, externalId } = page;
  return (
    <form class="fields" method="post" action={path} noValidate>
      <input type="hidden" name="externalId" value={externalId} />
      {error && (
        <p class="faults" role="alert">
          {error === 'missing' ? t('survey.missing') : t(`refusal.${error}`)}
        </p>
      )}
      <fieldset class="faces">
        <legend class="unseen">{question}</legend>
        {choices.map(({ rating, face, label }) => (
          <label key={rating} class="face">
            <input type="radio" name="rating" value={rating} checked={rating === chosen} />
            <span aria-hidden="true">{face}</span>
            <span>{label.slice(face.length).trim()}</span>
          </label>
        ))}
      </fieldset>
      {asksComment && (
        <div class="field">
          <label for="comment">{t('survey.comment')}</label>
          <textarea id="comment" name="comment" rows={4} maxLength={COMMENT_CHARACTERS}>
            {comment}
          </textarea>
        </div>
      )}
      <button class="primary" type="submit">
        {t('survey.send')}
      </button>
      <p class="hint">{t('survey.change_hint')}</p>
    </form>
  );
}
