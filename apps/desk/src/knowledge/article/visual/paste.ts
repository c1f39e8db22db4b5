import { Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { parseDoc } from './doc/parse.ts';
import { looksLikeMarkdown } from './markdown-text.ts';

/** Pasted plain text that is Markdown as what it means; anything else, or what is pasted without formatting (`plain`), word for word. */
export function fromMarkdownText(text: string, _context: ResolvedPos, plain: boolean, view: EditorView): Slice {
  const { schema } = view.state;
  const lines = text.replace(/\r\n?/g, '\n');
  const doc = plain || !looksLikeMarkdown(lines) ? plainDoc(lines) : parseDoc(lines);
  return Slice.maxOpen(Node.fromJSON(schema, doc).content);
}

/** Blank lines part paragraphs, single ones break a line. */
const plainDoc = (text: string) => ({
  type: 'doc',
  content: text.split(/\n{2,}/).map((block) => ({
    type: 'paragraph',
    content: block
      .split('\n')
      .flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), ...(line ? [{ type: 'text', text: line }] : [])]),
  })),
});

/** The images among pasted or dropped files; none when there is text beside them, as Word sends its words also as a picture. */
export function imagesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/html') || data.types.includes('text/plain')) return [];
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}
