import type { Locale } from '@madoguchi/contract/common.ts';
import { linksOf } from '../links.ts';
import type { SitemapModel } from '../models.ts';
import { isoTime } from '../text/time.ts';
import { xml } from './xml.ts';

type Listed = { paths: Partial<Record<Locale, string>>; changed?: string };

/** Every page for search engines with the day it last changed and its translations (sitemaps.org 0.9, hreflang as xhtml:link). */
export function renderSitemap({ origin, base, articles }: SitemapModel): string {
  const links = { ja: linksOf(base, 'ja'), en: linksOf(base, 'en') };
  const newest = (some: readonly { updatedAt: Date | string }[]) =>
    some
      .map(({ updatedAt }) => isoTime(updatedAt))
      .sort()
      .at(-1);
  const spoken = (['ja', 'en'] as const).filter((locale) => articles.some((article) => article.locale === locale));
  const inAll = (page: 'home' | 'faq' | 'form'): Listed => ({
    paths: Object.fromEntries((spoken.length > 0 ? spoken : (['ja'] as const)).map((locale) => [locale, links[locale][page]])),
    ...(page === 'form' ? {} : { changed: newest(articles) }),
  });
  const categories = Map.groupBy(articles, ({ locale, category }) => `${locale} ${category}`);
  const bySlug = Map.groupBy(articles, ({ slug }) => slug);
  const pages: Listed[] = [
    inAll('home'),
    inAll('faq'),
    inAll('form'),
    ...[...categories.values()].map((own) => ({
      paths: { [own[0]!.locale]: links[own[0]!.locale].category(own[0]!.category) },
      changed: newest(own),
    })),
    ...[...bySlug.values()].flatMap(
      (translations): Listed => ({
        paths: Object.fromEntries(translations.map(({ locale, slug }) => [locale, links[locale].article(slug)])),
        changed: newest(translations),
      }),
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map((page) => urls(origin, page)).join('\n')}
</urlset>
`;
}

/** One entry for each language, each naming all. */
function urls(origin: string, { paths, changed }: Listed): string {
  const entries = Object.entries(paths);
  const alternates =
    entries.length < 2
      ? ''
      : entries.map(([locale, path]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${xml(origin + path)}"/>`).join('');
  return entries
    .map(([, path]) => `<url><loc>${xml(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${alternates}</url>`)
    .join('\n');
}
