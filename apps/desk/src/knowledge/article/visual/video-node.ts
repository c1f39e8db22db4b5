import { type Editor, Node } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { videoOf } from '../../../../../portal/src/markdown/video.ts';

const SITES = { youtube: 'YouTube', vimeo: 'Vimeo', file: 'MP4' } as const;

/** A video as a card with its title: nothing is asked of another site while an article is written. */
export const VideoNode = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ src: { default: '' }, title: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'iframe[src]',
      getAttrs: (element) => (videoOf(element.getAttribute('src') ?? '') ? { title: element.getAttribute('title') ?? '' } : false),
    },
    { tag: 'div[data-video]' },
  ],
  renderHTML: ({ node }) => {
    const { src, title } = node.attrs as { src: string; title: string };
    const site = videoOf(src)?.site;
    return [
      'div',
      { 'data-video': '', src, title },
      ['span', { class: 'video-play', 'aria-hidden': 'true' }],
      ['span', { class: 'video-title' }, title || src],
      ['span', { class: 'video-site' }, site ? SITES[site] : ''],
    ];
  },
});

/** Puts a video where the cursor is, and the cursor on the line below: on the video itself, the next letter typed would take its place. */
export function insertVideo(editor: Editor, attrs: { src: string; title: string }): void {
  editor
    .chain()
    .focus()
    .insertContent({ type: 'video', attrs })
    .command(({ tr, dispatch }) => {
      if (!dispatch || !(tr.selection instanceof NodeSelection)) return true;
      const below = tr.selection.to;
      if (!tr.doc.nodeAt(below)?.isTextblock) tr.insert(below, editor.schema.nodes.paragraph!.create());
      tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
      return true;
    })
    .run();
}
