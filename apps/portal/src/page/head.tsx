import type { JSX } from 'preact';
import { brandCss, brandIcon } from '../look/brand.ts';
import type { ErrorModel, PageModel } from '../models.ts';
import type { Page } from './page.ts';

export type About = {
  /** The page's own title; the name of the help center follows it. Empty on the front page. */
  title: string;
  description?: string;
  /** Paths of this very page in each language that has it. Null: not for search engines. */
  paths: { ja: string | null; en: string | null } | null;
  kind?: 'website' | 'article';
  /** Described to search engines: things of schema.org, without their context. */
  structured?: readonly object[];
};

type Props = { page: Page<PageModel | ErrorModel>; about: About };
const LOCALES = { ja: 'ja_JP', en: 'en_US' } as const;

/** Nothing in a text can end the script element that carries it. */
const scriptSafe = (data: object) =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Everything in head. Pages that are not for search engines do not tell other sites their address either: it may be a signed one. */
export function Head({ page, about }: Props): JSX.Element {
  const { t, assets, workspace, links } = page;
  const site = workspace ? t('site.title', { name: workspace.name }) : t('site.help_center');
  const styles = brandCss(workspace?.color ?? '');
  const { structured = [] } = about;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{about.title ? `${about.title} – ${site}` : site}</title>
      {about.description && <meta name="description" content={about.description} />}
      {about.paths === null && <meta name="robots" content="noindex" />}
      {about.paths === null && <meta name="referrer" content="no-referrer" />}
      {about.paths && <Addresses page={page} about={about} />}
      {about.paths && <SharedAs page={page} about={about} site={site} />}
      <link rel="alternate" type="application/atom+xml" title={site} href={links.feed} />
      <link rel="icon" href={brandIcon(workspace?.name ?? '', workspace?.color ?? '')} />
      <link rel="stylesheet" href={assets.styles} />
      {styles && <style dangerouslySetInnerHTML={{ __html: styles }} />}
      {structured.length > 0 && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: scriptSafe({ '@context': 'https://schema.org', '@graph': structured }) }}
        />
      )}
    </head>
  );
}

/** The one address of this page, and its translations. */
function Addresses({ page: { origin, locale }, about: { paths } }: Props): JSX.Element {
  const own = paths?.[locale];
  return (
    <>
      {own && <link rel="canonical" href={origin + own} />}
      {paths?.ja && paths.en && (
        <>
          <link rel="alternate" hreflang="ja" href={origin + paths.ja} />
          <link rel="alternate" hreflang="en" href={origin + paths.en} />
          <link rel="alternate" hreflang="x-default" href={origin + paths.ja} />
        </>
      )}
    </>
  );
}

/** How a link to this page looks where somebody shares it (Open Graph). */
function SharedAs({ page: { origin, locale }, about, site }: Props & { site: string }): JSX.Element {
  const own = about.paths?.[locale];
  return (
    <>
      <meta property="og:type" content={about.kind ?? 'website'} />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={about.title || site} />
      {about.description && <meta property="og:description" content={about.description} />}
      {own && <meta property="og:url" content={origin + own} />}
      <meta property="og:locale" content={LOCALES[locale]} />
      <meta name="twitter:card" content="summary" />
    </>
  );
}
