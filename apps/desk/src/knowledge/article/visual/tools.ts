import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconBlockquote,
  IconBold,
  IconBulb,
  IconCode,
  IconH2,
  IconH3,
  IconInfoCircle,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMovie,
  IconPhoto,
  IconSeparator,
  IconSourceCode,
  IconStrikethrough,
  IconTable,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { CalloutKind } from '../../../../../portal/src/markdown/callout.ts';
import type { AdminKey } from '../../../admin/admin-words.ts';

/** What needs more than a click: an address, a file, a description. */
export type PanelName = 'link' | 'image' | 'video';

export type Tool = {
  word: AdminKey;
  icon: Icon;
  /** As tiptap binds it, shown beside the name. */
  keys?: string;
  /** Found by these when typed after a slash, besides its name. */
  also?: string;
  active?: (editor: Editor) => boolean;
} & ({ run: (editor: Editor) => void } | { opens: PanelName });

const callout = (editor: Editor, kind: CalloutKind) => {
  if (editor.isActive('callout')) editor.chain().focus().updateAttributes('callout', { kind }).run();
  else editor.chain().focus().wrapIn('callout', { kind }).run();
};

const calloutTool = (kind: CalloutKind, icon: Icon, also: string): Tool => ({
  word: `callout.${kind}`,
  icon,
  also,
  active: (editor) => editor.isActive('callout', { kind }),
  run: (editor) => (editor.isActive('callout', { kind }) ? editor.chain().focus().lift('callout').run() : callout(editor, kind)),
});

export const callouts: readonly Tool[] = [
  calloutTool('note', IconInfoCircle, 'note callout ほそく hosoku'),
  calloutTool('tip', IconBulb, 'tip callout ひんと hinto'),
  calloutTool('warning', IconAlertTriangle, 'warning callout ちゅうい chuui'),
];

const heading2: Tool = {
  word: 'tool.heading2',
  icon: IconH2,
  keys: 'Alt+2',
  also: 'h2 heading みだし midashi',
  active: (editor) => editor.isActive('heading', { level: 2 }),
  run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
};
const heading3: Tool = {
  word: 'tool.heading3',
  icon: IconH3,
  keys: 'Alt+3',
  also: 'h3 heading みだし komidashi',
  active: (editor) => editor.isActive('heading', { level: 3 }),
  run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
};
const list: Tool = {
  word: 'tool.list',
  icon: IconList,
  keys: 'Shift+8',
  also: 'list bullet りすと かじょうがき',
  active: (editor) => editor.isActive('bulletList'),
  run: (editor) => editor.chain().focus().toggleBulletList().run(),
};
const numbered: Tool = {
  word: 'tool.numbered',
  icon: IconListNumbers,
  keys: 'Shift+7',
  also: 'steps numbered てじゅん tejun',
  active: (editor) => editor.isActive('orderedList'),
  run: (editor) => editor.chain().focus().toggleOrderedList().run(),
};
const quote: Tool = {
  word: 'tool.quote',
  icon: IconBlockquote,
  keys: 'Shift+B',
  also: 'quote いんよう inyou',
  active: (editor) => editor.isActive('blockquote'),
  run: (editor) => editor.chain().focus().toggleBlockquote().run(),
};
const link: Tool = { word: 'tool.link', icon: IconLink, keys: 'K', active: (editor) => editor.isActive('link'), opens: 'link' };
const image: Tool = {
  word: 'tool.image',
  icon: IconPhoto,
  also: 'image picture がぞう gazou',
  active: (editor) => editor.isActive('image'),
  opens: 'image',
};
const video: Tool = {
  word: 'tool.video',
  icon: IconMovie,
  also: 'video youtube vimeo どうが douga',
  active: (editor) => editor.isActive('video'),
  opens: 'video',
};
const table: Tool = {
  word: 'tool.table',
  icon: IconTable,
  also: 'table ひょう hyou',
  active: (editor) => editor.isActive('table'),
  run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
};
const codeBlock: Tool = {
  word: 'tool.code_block',
  icon: IconSourceCode,
  also: 'code こーど',
  active: (editor) => editor.isActive('codeBlock'),
  run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
};
const rule: Tool = {
  word: 'tool.rule',
  icon: IconSeparator,
  also: 'rule divider くぎり kugiri',
  run: (editor) => editor.chain().focus().setHorizontalRule().run(),
};

/** On the bar, in groups. */
export const bar: readonly (readonly Tool[])[] = [
  [heading2, heading3],
  [
    {
      word: 'tool.bold',
      icon: IconBold,
      keys: 'B',
      active: (editor) => editor.isActive('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    link,
  ],
  [list, numbered, quote],
  [image, video, table],
];

/** Behind the three dots. */
export const more: readonly Tool[] = [
  {
    word: 'tool.italic',
    icon: IconItalic,
    keys: 'I',
    active: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    word: 'tool.strike',
    icon: IconStrikethrough,
    keys: 'Shift+S',
    active: (editor) => editor.isActive('strike'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    word: 'tool.code',
    icon: IconCode,
    keys: 'E',
    active: (editor) => editor.isActive('code'),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
  codeBlock,
  rule,
];

/** Blocks that a slash at the beginning of a line offers. */
export const blocks: readonly Tool[] = [heading2, heading3, list, numbered, table, image, video, ...callouts, quote, codeBlock, rule];

/** Uses a tool, or says which panel it wants. */
export const use = (tool: Tool, editor: Editor, open: (panel: PanelName) => void): void =>
  'opens' in tool ? open(tool.opens) : tool.run(editor);
