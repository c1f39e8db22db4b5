import type { JSX } from 'preact';
import { linksOf } from '../links.ts';
import type { ErrorModel, PageModel } from '../models.ts';
import { wordsIn } from '../words.ts';
import type { Page } from './page.ts';

/** Who this is, the way to the form, and the other language: the same page where it has one, else its front page. */
export function Header({ page, otherPath }: { page: Page<PageModel | ErrorModel>; otherPath: string | null }): JSX.Element {
  const { t, links, workspace, locale, base, formOpen } = page;
  const other = locale === 'ja' ? 'en' : 'ja';
  return (
    <header class="site-header">
      <div class="column">
        <a class="brand" href={links.home}>
          {workspace && (
            <span class="brand-mark" aria-hidden="true">
              {[...workspace.name][0]}
            </span>
          )}
          <span>
            {workspace && <strong>{workspace.name}</strong>} <span class="brand-site">{t('site.help_center')}</span>
          </span>
        </a>
        <nav class="site-menu" aria-label={t('site.menu')}>
          <a class="if-room" href={links.faq}>
            {t('site.faq')}
          </a>
          {formOpen && <a href={links.form}>{t('form.title')}</a>}
          <a href={otherPath ?? linksOf(base, other).home} hreflang={other} lang={other}>
            {wordsIn(other)('site.this_language')}
          </a>
        </nav>
      </div>
    </header>
  );
}
