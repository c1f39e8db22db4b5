import type { JSONContent } from '@tiptap/core';
import type { Token, Tokens } from 'marked';
import type { CalloutToken } from '../../../../../../portal/src/markdown/callout.ts';
import { videoOf } from '../../../../../../portal/src/markdown/video.ts';
import { inlineOf, wordsOf } from './parse-inline.ts';
import { reader } from './reader.ts';

/** Markdown as a document of the visual editor. Never fails; what has no form there becomes text (see `holds`). */
export const parseDoc = (markdown: string): JSONContent => ({ type: 'doc', content: filled(blocksOf(reader.lexer(markdown))) });

const blocksOf = (tokens: readonly Token[] = []): JSONContent[] => tokens.flatMap(blockOf);

const paragraph = (content: JSONContent[] = []): JSONContent =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
const filled = (blocks: JSONContent[]) => (blocks.length > 0 ? blocks : [paragraph()]);

function blockOf(token: Token): JSONContent[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
      return [videoAlone((token as Tokens.Paragraph).tokens) ?? paragraph(inlineOf((token as Tokens.Paragraph).tokens))];
    case 'text':
      return [paragraph(inlineOf((token as Tokens.Text).tokens ?? [token]))];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ type: 'heading', attrs: { level: Math.min(4, Math.max(2, depth)) }, content: inlineOf(tokens) }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(blocksOf((token as Tokens.Blockquote).tokens)) }];
    case 'callout':
      return [
        { type: 'callout', attrs: { kind: (token as CalloutToken).kind }, content: filled(blocksOf((token as CalloutToken).tokens)) },
      ];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'code': {
      const { lang, text } = token as Tokens.Code;
      return [{ type: 'codeBlock', attrs: { language: lang || null }, ...(text ? { content: [{ type: 'text', text }] } : {}) }];
    }
    case 'hr':
      return [{ type: 'horizontalRule' }];
    default:
      return [paragraph([{ type: 'text', text: token.raw.trim() || ' ' }])];
  }
}

function listOf({ ordered, start, items }: Tokens.List): JSONContent {
  const content = items.map((item) => {
    const blocks = blocksOf(item.tokens);
    return { type: 'listItem', content: blocks[0]?.type === 'paragraph' ? blocks : [paragraph(), ...blocks] };
  });
  return ordered ? { type: 'orderedList', attrs: { start: Number(start || 1) }, content } : { type: 'bulletList', content };
}

function tableOf({ header, rows }: Tokens.Table): JSONContent {
  const row = (type: string, cells: readonly Tokens.TableCell[]): JSONContent => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, attrs: { align: cell.align }, content: [paragraph(inlineOf(cell.tokens))] })),
  });
  return { type: 'table', content: [row('tableHeader', header), ...rows.map((cells) => row('tableCell', cells))] };
}

/** A link to a video that has a paragraph to itself is the video. */
function videoAlone(tokens: readonly Token[] = []): JSONContent | null {
  const [only, ...others] = tokens;
  if (only?.type !== 'link' || others.length > 0) return null;
  const { href, tokens: inside } = only as Tokens.Link;
  if (!videoOf(href) || inside.some(({ type }) => type === 'image')) return null;
  const title = wordsOf(inside);
  return { type: 'video', attrs: { src: href, title: title === href ? '' : title } };
}
