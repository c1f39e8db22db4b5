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
  /** Described to search engines (schema.org). */
  jsonLd?: object;
};

/** Nothing in a text can end the script element that carries it. */
const scriptSafe = (data: object) =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Everything in head. Pages that are not for search engines do not tell other sites their address either: it may be a signed one. */
export function Head({ page, about }: { page: Page<PageModel | ErrorModel>; about: About }): JSX.Element {
  const { t, locale, origin, cspNonce, assets, workspace } = page;
  const site = workspace ? t('site.title', { name: workspace.name }) : t('site.help_center');
  const styles = brandCss(workspace?.color ?? '');
  const own = about.paths?.[locale];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{about.title ? `${about.title} – ${site}` : site}</title>
      {about.description && <meta name="description" content={about.description} />}
      {about.paths === null && <meta name="robots" content="noindex" />}
      {about.paths === null && <meta name="referrer" content="no-referrer" />}
      {own && <link rel="canonical" href={origin + own} />}
      {about.paths?.ja && about.paths.en && (
        <>
          <link rel="alternate" hreflang="ja" href={origin + about.paths.ja} />
          <link rel="alternate" hreflang="en" href={origin + about.paths.en} />
          <link rel="alternate" hreflang="x-default" href={origin + about.paths.ja} />
        </>
      )}
      <link rel="icon" href={brandIcon(workspace?.name ?? '', workspace?.color ?? '')} />
      <link rel="stylesheet" href={assets.styles} nonce={cspNonce} />
      {styles && <style nonce={cspNonce} dangerouslySetInnerHTML={{ __html: styles }} />}
      {about.jsonLd && (
        <script type="application/ld+json" nonce={cspNonce} dangerouslySetInnerHTML={{ __html: scriptSafe(about.jsonLd) }} />
      )}
    </head>
  );
}
