import { Node } from '@tiptap/core';
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
