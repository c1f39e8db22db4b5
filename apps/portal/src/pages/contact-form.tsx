import { limits } from '../limits.ts';
import { linksOf } from '../links.ts';
import type { ContactFormModel, FormField } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { Field, faultText } from '../parts/field.tsx';
import { Honeypot } from '../parts/honeypot.tsx';
import { waitingText } from '../text/waiting.ts';

const FIELDS: readonly FormField[] = ['name', 'email', 'subject', 'text'];

/** The contact form, as a page or for an iframe. What is wrong stands above it once, with links, and beside each field. */
export function renderContactForm(model: ContactFormModel): string {
  const page = pageOf(model);
  const { t, links, base, values, errors, refusal, embedded, workspace, now, locale, externalId, formOpen } = page;
  const faulty = FIELDS.flatMap((field) => (errors[field] ? [{ field, fault: errors[field] }] : []));
  const failed = faulty.length > 0 || refusal !== null;
  const of = (field: FormField) => ({
    t,
    name: field,
    label: t(`form.${field}`),
    value: values[field],
    fault: errors[field],
    maxLength: limits[field],
  });
  const paths = { ja: linksOf(base, 'ja').form, en: linksOf(base, 'en').form };
  return renderDocument({
    page,
    about: {
      title: failed ? t('form.title_failed') : t('form.title'),
      description: t('form.description', { name: workspace.name }),
      paths: embedded || failed ? null : paths,
    },
    otherPath: paths[locale === 'ja' ? 'en' : 'ja'],
    bare: embedded,
    children: (
      <div class="column">
        <h1>{t('form.title')}</h1>
        {!formOpen ? (
          <p class="empty">{t('refusal.closed')}</p>
        ) : (
          <>
            <p class="lead">{waitingText(t, workspace, now, locale)}</p>
            {failed && (
              <div class="faults" role="alert" tabIndex={-1}>
                <h2>{t('form.faults')}</h2>
                <ul>
                  {refusal && <li>{t(`refusal.${refusal}`)}</li>}
                  {faulty.map(({ field, fault }) => (
                    <li key={field}>
                      <a href={`#${field}`}>{faultText(t, field, fault, limits[field])}</a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <form class="fields" method="post" action={embedded ? links.embeddedForm : links.form} noValidate>
              <input type="hidden" name="externalId" value={externalId} />
              <Honeypot t={t} />
              <Field {...of('name')} autocomplete="name" />
              <Field {...of('email')} hint={t('form.email_hint')} />
              <Field {...of('subject')} />
              <Field {...of('text')} rows={8} hint={t('form.text_hint')} />
              <button class="primary" type="submit">
                {t('form.send')}
              </button>
            </form>
          </>
        )}
      </div>
    ),
  });
}
