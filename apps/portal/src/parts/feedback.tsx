import type { JSX } from 'preact';
import type { Page } from '../page/page.ts';
import { CheckIcon } from './icons.tsx';

type Props = { page: Page; slug: string; given: 'yes' | 'no' | null };

/** Was this helpful? Two buttons of a plain form, and thanks in their place afterwards. */
export function Feedback({ page: { t, links }, slug, given }: Props): JSX.Element {
  return (
    <section class="feedback" id="feedback" aria-labelledby="feedback-title">
      {given ? (
        <p class="feedback-words" id="feedback-title" role="status">
          {given === 'yes' && <CheckIcon />} {t(given === 'yes' ? 'feedback.thanks_yes' : 'feedback.thanks_no')}
        </p>
      ) : (
        <form method="post" action={links.feedback(slug)}>
          <p class="feedback-words" id="feedback-title">
            {t('feedback.question')}
          </p>
          <div class="buttons">
            <button name="helpful" value="yes" type="submit">
              {t('feedback.yes')}
            </button>
            <button name="helpful" value="no" type="submit">
              {t('feedback.no')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
