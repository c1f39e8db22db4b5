import { Marked, type Token, type Tokens } from 'marked';
import { createElement, type ReactNode } from 'react';
import { type CalloutToken, callout } from '../../../../portal/src/markdown/callout.ts';
import { japaneseEm } from '../../../../portal/src/markdown/japanese-em.ts';
import { japaneseStrong } from '../../../../portal/src/markdown/japanese-strong.ts';
import { videoOf } from '../../../../portal/src/markdown/video.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './markdown.module.css';
import { safeHref } from './safe-href.ts';

/** Reads Markdown as the help center does: this is its likeness. */
const marked = new Marked({ gfm: true, breaks: true }, { extensions: [japaneseStrong, japaneseEm, callout(() => '')] });

/** Markdown drawn with elements of our own: no HTML of an answer ever reaches the page. A single line break is kept, as Japanese writers expect. */
export function Markdown({ text }: { text: string }) {
  return <div className={`${css.markdown} prose`}>{all(marked.lexer(text))}</div>;
}

/** Children by position: the tree is drawn anew as a whole, so nothing needs a key. */
const all = (tokens: readonly Token[] = []): ReactNode => createElement('span', { className: css.all }, ...tokens.map(draw));
const tag = (name: string, children: readonly ReactNode[], props: Record<string, unknown> = {}) => createElement(name, props, ...children);

function draw(token: Token): ReactNode {
  const inside = 'tokens' in token ? (token.tokens ?? []).map(draw) : [];
  switch (token.type) {
    case 'paragraph':
      return drawVideo(token as Tokens.Paragraph) ?? tag('p', inside);
    case 'blockquote':
      return tag('blockquote', inside);
    case 'callout':
      return createElement(Callout, { kind: (token as CalloutToken).kind }, ...inside);
    case 'heading':
      return tag(`h${Math.min(4, Math.max(2, (token as Tokens.Heading).depth))}`, inside);
    case 'list':
      return drawList(token as Tokens.List);
    case 'table':
      return drawTable(token as Tokens.Table);
    case 'code':
      return tag('pre', [tag('code', [(token as Tokens.Code).text])]);
    case 'hr':
    case 'br':
      return createElement(token.type);
    case 'strong':
    case 'em':
    case 'del':
      return tag(token.type, inside);
    case 'codespan':
      return tag('code', [(token as Tokens.Codespan).text]);
    case 'link':
      return drawLink(token as Tokens.Link, inside);
    case 'image':
      return drawImage(token as Tokens.Image);
    case 'space':
    case 'def':
      return null;
    case 'text':
    case 'escape':
      return inside.length > 0 ? tag('span', inside) : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}

function drawList({ ordered, start, items }: Tokens.List): ReactNode {
  const rows = items.map((item) => tag('li', item.tokens.map(draw)));
  return tag(ordered ? 'ol' : 'ul', rows, ordered && start !== 1 ? { start } : {});
}

function drawTable({ header, rows }: Tokens.Table): ReactNode {
  const cells = (name: string, row: readonly Tokens.TableCell[]) =>
    tag(
      'tr',
      row.map((cell) => tag(name, cell.tokens.map(draw), { align: cell.align ?? undefined })),
    );
  const table = tag('table', [
    tag('thead', [cells('th', header)]),
    tag(
      'tbody',
      rows.map((row) => cells('td', row)),
    ),
  ]);
  return tag('div', [table], { className: css.frame });
}

function drawLink({ href }: Tokens.Link, inside: readonly ReactNode[]): ReactNode {
  const safe = safeHref(href, location.href);
  return safe ? tag('a', inside, { href: safe, target: '_blank', rel: 'noreferrer' }) : tag('span', inside);
}

function drawImage({ href, text }: Tokens.Image): ReactNode {
  const safe = safeHref(href, location.href);
  return safe?.startsWith('http') ? createElement('img', { src: safe, alt: text, loading: 'lazy' }) : text;
}

function Callout({ kind, children }: { kind: CalloutToken['kind']; children?: ReactNode }) {
  const t = useAdminWords();
  return (
    <blockquote className={css.callout} data-kind={kind}>
      <p className={css.calloutTitle}>{t(`callout.${kind}`)}</p>
      {children}
    </blockquote>
  );
}

/** A link to a video that has a paragraph to itself: the card that customers play it from. */
function drawVideo({ tokens = [] }: Tokens.Paragraph): ReactNode {
  const [only, ...others] = tokens;
  if (only?.type !== 'link' || others.length > 0) return null;
  const { href, text } = only as Tokens.Link;
  if (!videoOf(href)) return null;
  return tag('p', [tag('a', [text], { href, target: '_blank', rel: 'noreferrer', className: css.video })]);
}
