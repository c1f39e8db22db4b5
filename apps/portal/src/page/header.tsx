import type { JSX } from 'preact';
import { linksOf } from '../links.ts';
import type { ErrorModel, PageModel, PortalWorkspace } from '../models.ts';
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
          {workspace && <Mark workspace={workspace} />}
          <span>
            {workspace && !hasName(workspace) && <strong>{workspace.name}</strong>} <span class="brand-site">{t('site.help_center')}</span>
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

const LOGO_HEIGHT = 36;
const WIDEST = 220;

/** A wide logo is a name already; a square one stands beside it. */
const hasName = ({ logo }: PortalWorkspace): boolean => logo !== null && logo.width >= 1.8 * logo.height;

function Mark({ workspace }: { workspace: PortalWorkspace }): JSX.Element {
  const { logo, name } = workspace;
  if (!logo)
    return (
      <span class="brand-mark" aria-hidden="true">
        {[...name][0]}
      </span>
    );
  const scale = Math.min(LOGO_HEIGHT / logo.height, WIDEST / logo.width);
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return (
    <img
      class={hasName(workspace) ? 'brand-logo brand-wide' : 'brand-logo'}
      src={logo.url}
      width={width}
      height={height}
      alt={hasName(workspace) ? name : ''}
    />
  );
}
