import { type AnyExtension, Extension, InputRule, markInputRule } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import type { CalloutKind } from '../../../../../portal/src/markdown/callout.ts';
import { safeHref } from '../safe-href.ts';
import { calloutNode } from './callout-node.ts';
import { VideoNode } from './video-node.ts';

export type EditorWords = { placeholder: string; callouts: Record<CalloutKind, string> };

/** Bold at once where Japanese writes no blank before it; tiptap's own rule wants one. */
const JapaneseShortcuts = Extension.create({
  name: 'japaneseShortcuts',
  addInputRules() {
    const { bold } = this.editor.schema.marks;
    if (!bold) return [];
    return [
      markInputRule({ find: /(?<=[^\s*])(\*\*([^*\s][^*]*)\*\*)$/, type: bold }),
      // The dot that a Japanese keyboard offers for lists begins one.
      new InputRule({
        find: /^・$/,
        handler: ({ chain, range }) => void chain().deleteRange(range).toggleBulletList().run(),
      }),
      // A callout as it is written in Markdown, typed: `> [!TIP]`.
      new InputRule({
        find: /^\[!(note|tip|warning)\]$/i,
        handler: ({ chain, range, match }) => {
          if (!this.editor.isActive('blockquote')) return null;
          chain().deleteRange(range).lift('blockquote').wrapIn('callout', { kind: match[1]?.toLowerCase() }).run();
          return undefined;
        },
      }),
    ];
  },
});

/** Everything an answer may consist of: what Markdown (GFM) can hold, and not more. */
export const extensionsFor = ({ placeholder, callouts }: EditorWords): AnyExtension[] => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (href) => safeHref(href, 'https://same.invalid') !== null,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    dropcursor: { width: 2, color: 'var(--accent)' },
    trailingNode: { node: 'paragraph' },
  }),
  Image.configure({ inline: true, allowBase64: false }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+' }),
  TableCell.extend({ content: 'paragraph+' }),
  calloutNode(callouts),
  VideoNode,
  Placeholder.configure({ placeholder }),
  JapaneseShortcuts,
];
