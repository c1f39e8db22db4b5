import type { ErrorModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { WaysOn } from '../parts/ways-on.tsx';

const TOO_MANY_REQUESTS = 429;

/** Something went wrong: whose fault it is, and what to do. */
export function renderError(model: ErrorModel): string {
  const page = pageOf(model);
  const { t, links, status, reference, workspace } = page;
  const busy = status === TOO_MANY_REQUESTS;
  const title = busy ? t('error.busy_title') : t('error.title');
  return renderDocument({
    page,
    about: { title, paths: null },
    withoutSearch: true,
    children: (
      <div class="column">
        <h1>{title}</h1>
        <p class="lead">{busy ? t('error.busy_text') : t('error.text')}</p>
        {reference && <p class="dates">{t('error.reference', { reference })}</p>}
        <p>
          <a class="primary" href={links.home}>
            {t('site.back_home')}
          </a>
        </p>
        {workspace && <WaysOn page={{ ...page, workspace }} />}
      </div>
    ),
  });
}
