import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ErrorModel, PageModel } from '../models.ts';
import { SearchBand } from '../parts/search-box.tsx';
import { type About, Head } from './head.tsx';
import { Header } from './header.tsx';
import type { Page } from './page.ts';

type Shell = {
  page: Page<PageModel | ErrorModel>;
  about: About;
  /** Where the other language's link leads when the page is not for search engines. */
  otherPath?: string | null;
  /** Without header, search and footer, for an iframe. */
  bare?: boolean;
  /** The page brings its own search, or wants none. */
  withoutSearch?: boolean;
  /** The page is a conversation itself; a second one beside it would only confuse. */
  withoutMessenger?: boolean;
  children: ComponentChildren;
};

/** A complete HTML document around the main part of a page. */
export function renderDocument({
  page,
  about,
  otherPath = null,
  bare = false,
  withoutSearch = false,
  withoutMessenger = false,
  children,
}: Shell): string {
  const { t, locale, messenger, assets, workspace, links, formOpen } = page;
  const other = about.paths?.[locale === 'ja' ? 'en' : 'ja'] ?? otherPath;
  return `<!doctype html>\n${renderToString(
    <html lang={locale}>
      <Head page={page} about={about} />
      <body class={bare ? 'bare' : undefined}>
        {!bare && (
          <a class="skip" href="#main">
            {t('site.skip')}
          </a>
        )}
        {!bare && <Header page={page} otherPath={other} />}
        {!bare && !withoutSearch && <SearchBand page={page} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {!bare && (
          <footer class="site-footer">
            <div class="column">
              <a href={links.home}>{workspace ? t('site.title', { name: workspace.name }) : t('site.help_center')}</a>
              <a href={links.faq}>{t('site.faq')}</a>
              {formOpen && <a href={links.form}>{t('form.title')}</a>}
              <a href={links.feed} type="application/atom+xml">
                {t('site.feed')}
              </a>
            </div>
          </footer>
        )}
        {!bare && <script type="module" src={assets.script} />}
        {!bare && !withoutMessenger && messenger && (
          <script src={messenger.src} data-inbox={messenger.inboxKey} data-color={workspace?.color} async />
        )}
      </body>
    </html>,
  )}\n`;
}
