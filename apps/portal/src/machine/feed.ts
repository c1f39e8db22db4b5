import { linksOf } from '../links.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { FeedModel } from '../models.ts';
import { isoTime } from '../text/time.ts';
import { wordsIn } from '../words.ts';
import { xml } from './xml.ts';

/** The articles published last, whole, for feed readers. Atom: RFC 4287; an entry keeps its id when its address changes. */
export function renderFeed({ workspace, locale, origin, base, articles }: FeedModel): string {
  const [t, links] = [wordsIn(locale), linksOf(base, locale)];
  const updated = articles.map(({ updatedAt }) => isoTime(updatedAt)).sort();
  const entries = articles.map(({ id, slug, question, answer, category, publishedAt, updatedAt }) => {
    const address = origin + links.article(slug);
    return `<entry>
<id>urn:madoguchi:${xml(id)}</id>
<title>${xml(question)}</title>
<link rel="alternate" type="text/html" href="${xml(address)}"/>
<published>${isoTime(publishedAt)}</published>
<updated>${isoTime(updatedAt)}</updated>
${category === '' ? '' : `<category term="${xml(category)}"/>\n`}<content type="html">${xml(renderMarkdown(answer))}</content>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}" xml:base="${xml(origin)}/">
<id>${xml(origin + links.feed)}</id>
<title>${xml(t('site.title', { name: workspace.name }))}</title>
<link rel="self" type="application/atom+xml" href="${xml(origin + links.feed)}"/>
<link rel="alternate" type="text/html" href="${xml(origin + links.home)}"/>
<author><name>${xml(workspace.name)}</name></author>
<updated>${updated.at(-1) ?? '1970-01-01T00:00:00.000Z'}</updated>
${entries.join('\n')}
</feed>
`;
}
