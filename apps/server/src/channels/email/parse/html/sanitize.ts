import sanitize from 'sanitize-html';

/** Where a picture lies that must not be fetched until the reader asks, and where one lies that came along with the mail. */
export const REMOTE_IMAGE = 'data-remote-src';
export const ATTACHED_IMAGE = 'data-content-id';

const STYLES = [
  'color',
  'background-color',
  'font-weight',
  'font-style',
  'font-size',
  'text-align',
  'text-decoration',
  'width',
  'padding',
  'margin',
  'border',
  'border-left',
  'border-top',
  'border-bottom',
  'vertical-align',
  'white-space',
  'line-height',
];
/** No address, no script, no expression fits through: letters, digits, colors and lengths only. */
const HARMLESS = /^(?!.*(?:url|expression|javascript|import))[\w\s#.,%()+-]{1,120}$/i;

const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'div',
      'span',
      'br',
      'hr',
      'a',
      'img',
      'b',
      'strong',
      'i',
      'em',
      'u',
      's',
      'strike',
      'del',
      'ins',
      'sub',
      'sup',
      'small',
      'big',
      'font',
      'center',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'pre',
      'code',
      'tt',
      'kbd',
      'ruby',
      'rt',
      'rp',
    ],
    ...[
      'table',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'td',
      'th',
      'caption',
      'colgroup',
      'col',
      'figure',
      'figcaption',
      'abbr',
      'cite',
      'q',
      'address',
    ],
  ],
  allowedAttributes: {
    '*': ['dir', 'lang', 'title', 'align', 'valign', 'style'],
    a: ['href', 'rel', 'target'],
    img: ['alt', 'width', 'height', REMOTE_IMAGE, ATTACHED_IMAGE],
    font: ['color', 'size', 'face'],
    table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
    td: ['width', 'height', 'colspan', 'rowspan', 'bgcolor'],
    th: ['width', 'height', 'colspan', 'rowspan', 'bgcolor'],
    ol: ['start', 'type'],
    col: ['width', 'span'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  allowedStyles: { '*': Object.fromEntries(STYLES.map((name) => [name, [HARMLESS]])) },
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'template', 'iframe', 'object', 'svg', 'math'],
  nestingLimit: 200,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow', target: '_blank' } }),
    img: (tagName, { src = '', alt = '', width = '', height = '' }) => ({
      tagName,
      attribs: { ...sized(alt, width, height), ...sourceOf(src.trim()) },
    }),
  },
};

function sized(alt: string, width: string, height: string): Record<string, string> {
  const length = /^\d{1,4}(?:px|%)?$/;
  return { alt, ...(length.test(width) ? { width } : {}), ...(length.test(height) ? { height } : {}) };
}

function sourceOf(src: string): Record<string, string> {
  if (/^cid:/i.test(src)) return { [ATTACHED_IMAGE]: contentId(src.slice(4)) };
  if (/^https?:\/\//i.test(src)) return { [REMOTE_IMAGE]: src };
  return {};
}

function contentId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Bounded HTML, made fit to be shown: an allow-list of tags, attributes and styles; pictures of the mail carry `data-content-id`, pictures of the net
 * `data-remote-src`, and no picture a `src`: nothing is fetched until somebody asks. null when nothing is left to show.
 */
export function sanitizeMailHtml(html: string): string | null {
  return sanitize(html, OPTIONS).trim() || null;
}

/** Content ids that the cleaned HTML shows. */
export const shownContentIds = (html: string | null): Set<string> =>
  new Set([...(html ?? '').matchAll(/data-content-id="([^"]*)"/g)].map(([, id = '']) => id.replaceAll('&amp;', '&')));
