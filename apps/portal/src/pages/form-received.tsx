import type { FormReceivedModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { CheckIcon } from '../parts/icons.tsx';
import { waitingText } from '../text/waiting.ts';

/** お問い合わせを受け付けました: the number, when somebody answers, and the address where the answer will stand. */
export function renderFormReceived(model: FormReceivedModel): string {
  const page = pageOf(model);
  const { t, links, number, inquiryUrl, embedded, workspace, now, locale } = page;
  return renderDocument({
    page,
    about: { title: t('received.title'), paths: null },
    bare: embedded,
    withoutSearch: true,
    children: (
      <div class="column received">
        <p class="seal" aria-hidden="true">
          <CheckIcon />
        </p>
        <h1>{t('received.title')}</h1>
        <p class="lead">
          {t('received.number')} <strong class="number">#{number}</strong>
        </p>
        <p>{waitingText(t, workspace, now, locale)}</p>
        <div class="keep">
          <p>{t('received.keep')}</p>
          <p>
            <a class="primary" href={inquiryUrl} target={embedded ? '_blank' : undefined} rel={embedded ? 'noopener' : undefined}>
              {t('received.open')}
            </a>
          </p>
        </div>
        {!embedded && (
          <p>
            <a href={links.home}>{t('site.back_home')}</a>
          </p>
        )}
      </div>
    ),
  });
}
