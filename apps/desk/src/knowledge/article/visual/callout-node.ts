import { mergeAttributes, Node } from '@tiptap/core';
import { CALLOUTS, type CalloutKind } from '../../../../../portal/src/markdown/callout.ts';

/** A framed remark; its word (`data-word`) is drawn by the style sheet, since nobody may write over it. */
export const calloutNode = (words: Record<CalloutKind, string>) =>
  Node.create({
    name: 'callout',
    group: 'block',
    content: 'block+',
    defining: true,
    addAttributes: () => ({
      kind: {
        default: 'note',
        parseHTML: (element: HTMLElement) => CALLOUTS.find((kind) => element.classList.contains(`callout-${kind}`)) ?? 'note',
        rendered: false,
      },
    }),
    // Before the plain quote, which would take any blockquote.
    parseHTML: () => [{ tag: 'blockquote.callout', priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => {
      const kind = node.attrs.kind as CalloutKind;
      return [
        'blockquote',
        mergeAttributes(HTMLAttributes, { class: `callout callout-${kind}`, 'data-callout': kind, 'data-word': words[kind] }),
        0,
      ];
    },
  });
