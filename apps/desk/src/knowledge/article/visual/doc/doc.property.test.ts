import type { JSONContent } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from './holds.ts';
import { parseDoc } from './parse.ts';
import { meaningOf } from './reader.ts';
import { writeDoc } from './write.ts';

const MARKS = '*_`~[]()<>#|\\!&-+=:.1 a急「」。、@/'.split('');
const words = fc
  .string({ unit: fc.constantFrom(...MARKS, 'https://', 'www.', 'ab', '&amp;'), minLength: 1, maxLength: 14 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const quiet = fc.string({ unit: fc.constantFrom('急', '須', 'a', '1', '「', '」', '。', '*', '_', '|'), minLength: 1, maxLength: 8 });

const plain = words.map((text): JSONContent => ({ type: 'text', text }));
const mark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'link', attrs: { href: '/help/a_(1)', title: null } },
);
const styled = fc.tuple(quiet, mark).map(([text, one]): JSONContent => ({ type: 'text', text, marks: [one] }));
const code = fc
  .string({ unit: fc.constantFrom('`', 'a', '|', '*', '急', '<'), minLength: 1, maxLength: 6 })
  .map((text): JSONContent => ({ type: 'text', text: `x${text}x`, marks: [{ type: 'code' }] }));
const image = fc
  .tuple(quiet, fc.constantFrom('/help/files/a/b.png', 'https://a.example/x y.png'))
  .map(([alt, src]): JSONContent => ({ type: 'image', attrs: { src: src.replace(' ', '%20'), alt, title: null } }));
const rest = fc.constant<JSONContent>({ type: 'hardBreak' });
/** Between two marked runs stand plain words, as Markdown wants it where two kinds of emphasis would touch. */
const inline = fc
  .array(fc.tuple(plain, fc.oneof(styled, code, image, rest)), { minLength: 1, maxLength: 4 })
  .chain((pairs) => plain.map((last) => [...pairs.flat(), last]))
  .map((nodes) =>
    nodes.map((node, at) =>
      node.type === 'text' && !node.marks && at > 0
        ? { ...node, text: `、${node.text}、` }
        : { ...node, ...(node.text && !node.marks ? { text: `${node.text}、` } : {}) },
    ),
  );

const paragraph = inline.map((content): JSONContent => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(fc.constantFrom(2, 3, 4), words)
  .map(([level, text]): JSONContent => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }));
const codeBlock = fc
  .array(fc.constantFrom('`', '```', '~~~', 'x', '\n', ' ', '# '), { maxLength: 8 })
  .map(
    (parts): JSONContent => ({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: `a${parts.join('')}b` }] }),
  );
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([width, height]) =>
  fc.array(fc.array(paragraph, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }).map(
    (rows): JSONContent => ({
      type: 'table',
      content: rows.map((cells, y) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({ type: y === 0 ? 'tableHeader' : 'tableCell', attrs: { align: null }, content: [cell] })),
      })),
    }),
  ),
);
const { block } = fc.letrec<{ block: JSONContent; list: JSONContent; quote: JSONContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    codeBlock,
    table,
    fc.constant<JSONContent>({ type: 'horizontalRule' }),
    tie('list'),
    tie('quote'),
  ),
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([ordered, start, items]): JSONContent => {
      const content = items.map(([first, others]) => ({ type: 'listItem', content: [first, ...others] }));
      return ordered ? { type: 'orderedList', attrs: { start }, content } : { type: 'bulletList', content };
    }),
  quote: fc
    .tuple(fc.constantFrom('quote', 'note', 'tip', 'warning'), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
    .map(
      ([kind, content]): JSONContent =>
        kind === 'quote' ? { type: 'blockquote', content } : { type: 'callout', attrs: { kind }, content },
    ),
}));

/** What Markdown cannot tell apart: blanks at the ends of lines, and where one run of plain words ends and the next begins. */
const seen = (doc: JSONContent) => meaningOf(writeDoc(doc));

test('what was made in the visual editor is read again as it was, however its words look', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const doc = { type: 'doc', content };
      const again = parseDoc(writeDoc(doc));
      expect(shape(again)).toEqual(shape(doc));
      expect(seen(again)).toBe(seen(doc));
    }),
    { numRuns: 400 },
  );
});

/** The tree with its words, blanks put together. */
function shape(node: JSONContent): unknown {
  const children = (node.content ?? []).map((child) =>
    child.type === 'text' ? [child.text?.replace(/\s+/g, ' '), child.marks?.map(({ type }) => type).join()] : shape(child),
  );
  return [node.type, node.attrs?.level ?? node.attrs?.kind ?? node.attrs?.src ?? node.attrs?.start ?? '', ...joinedText(children)];
}

const joinedText = (children: readonly unknown[]) =>
  children.reduce<unknown[]>((out, child) => {
    const last = out.at(-1);
    if (
      Array.isArray(child) &&
      Array.isArray(last) &&
      child[1] === undefined &&
      last[1] === undefined &&
      child.length === 2 &&
      last.length === 2
    )
      out[out.length - 1] = [`${last[0]}${child[0]}`, undefined];
    else out.push(child);
    return out;
  }, []);

test('whatever Markdown comes in, what the visual editor makes of it is something that it holds', () => {
  const marks = fc.string({
    unit: fc.constantFrom(...MARKS, '\n', '\n\n', '```', '| a |', '---', '<b>', '> ', '- ', '1. '),
    maxLength: 40,
  });
  fc.assert(
    fc.property(marks, (markdown) => {
      expect(holds(writeDoc(parseDoc(markdown)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
