import type { Locale } from '@madoguchi/contract/common.ts';

/** How the category without a name is written in an address. */
export const NO_CATEGORY = '-';

/** The addresses of the help center: Japanese under /help/…, English under /help/en/…. */
export function linksOf(base: string, locale: Locale) {
  const root = locale === 'en' ? `${base}/en` : base;
  return {
    home: root,
    faq: `${root}/faq`,
    search: `${root}/search`,
    /** Answers with JSON: { suggestions: [{ question, url }] } */
    suggest: `${root}/suggest`,
    feed: `${root}/feed.xml`,
    category: (name: string) => `${root}/categories/${name === '' ? NO_CATEGORY : encodeURIComponent(name)}`,
    article: (slug: string) => `${root}/articles/${encodeURIComponent(slug)}`,
    feedback: (slug: string) => `${root}/articles/${encodeURIComponent(slug)}/feedback`,
    form: `${root}/contact`,
    embeddedForm: `${root}/contact/embed`,
  };
}
