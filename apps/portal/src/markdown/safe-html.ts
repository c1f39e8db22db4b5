import sanitizeHtml from 'sanitize-html';

const ALIGNMENTS = new Set(['left', 'center', 'right']);

/** Alignment as a class: the attribute is obsolete, and inline styles are not let through by the page's policy. */
const cell: sanitizeHtml.Transformer = (tagName, { align }) => ({
  tagName,
  attribs: align && ALIGNMENTS.has(align) ? { class: `align-${align}` } : ({} as sanitizeHtml.Attributes),
});

/** Lets only reading matter through: no scripts, styles, forms, frames, ids, handlers, or addresses other than web, mail and telephone. */
export const safeHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags:
      'p br hr strong b em i del s sub sup kbd code pre blockquote ul ol li dl dt dd h2 h3 h4 table thead tbody tr th td a img details summary'.split(
        ' ',
      ),
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'title', 'width', 'height', 'loading'],
      ol: ['start'],
      th: ['class'],
      td: ['class'],
    },
    allowedClasses: {
      th: ['align-*'],
      td: ['align-*'],
      p: ['video', 'callout-title'],
      blockquote: ['callout', 'callout-note', 'callout-tip', 'callout-warning'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'http'] },
    allowProtocolRelative: false,
    nestingLimit: 30,
    transformTags: {
      // The page's title is its only h1.
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
      th: cell,
      td: cell,
      a: (tagName, { href = '', title = '' }) => ({
        tagName,
        attribs: { ...(href && { href }), ...(title && { title }), ...(/^https?:/i.test(href) && { rel: 'noopener nofollow' }) },
      }),
      img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, alt: attribs.alt ?? '', loading: 'lazy' } }),
    },
  });
