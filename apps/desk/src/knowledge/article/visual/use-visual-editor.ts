import { type Editor, type JSONContent, useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { parseDoc } from './doc/parse.ts';
import { writeDoc } from './doc/write.ts';
import { extensionsFor } from './extensions.ts';
import { fromMarkdownText, imagesOf } from './paste.ts';
import type { KeyTaker } from './slash-menu.tsx';
import type { PanelName } from './tools.ts';
import { cleanPastedHtml } from './word-html.ts';

type Options = {
  id: string;
  value: string;
  lang: string;
  label: string;
  invalid: boolean;
  disabled: boolean;
  keys: KeyTaker;
  onChange: (value: string) => void;
  onOpen: (panel: PanelName) => void;
  onImages: (files: File[], at: number) => void;
};

/** The editor over a Markdown text: what is typed comes out as Markdown at once; a text that comes from elsewhere is read anew. */
export function useVisualEditor(options: Options): Editor | null {
  const t = useAdminWords();
  const now: RefObject<Options> = useRef(options);
  now.current = options;
  const { value, label, invalid, disabled, lang, id } = options;
  /** What the editor holds, as it was last read or written. */
  const held = useRef(value);
  const editor = useEditor({
    extensions: extensionsFor({
      placeholder: t('tool.slash_hint'),
      callouts: { note: t('callout.note'), tip: t('callout.tip'), warning: t('callout.warning') },
    }),
    content: parseDoc(value),
    onUpdate: ({ editor: changed }) => {
      held.current = writeDoc(changed.getJSON() as JSONContent);
      now.current.onChange(held.current);
    },
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      clipboardTextParser: fromMarkdownText,
      handlePaste: (view, event) => {
        const files = imagesOf(event.clipboardData);
        if (files.length > 0) now.current.onImages(files, view.state.selection.from);
        return files.length > 0;
      },
      handleDrop: (view, event, _slice, moved) => {
        const files = moved ? [] : imagesOf(event.dataTransfer);
        if (files.length > 0) now.current.onImages(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? 0);
        return files.length > 0;
      },
      handleKeyDown: (_view, event) => {
        if (now.current.keys.current?.(event)) return true;
        if (!(event.metaKey || event.ctrlKey) || event.isComposing || event.key !== 'k') return false;
        event.preventDefault();
        event.stopPropagation();
        now.current.onOpen('link');
        return true;
      },
      handleDoubleClickOn: (_view, _pos, node) => {
        if (node.type.name !== 'image' && node.type.name !== 'video') return false;
        now.current.onOpen(node.type.name);
        return true;
      },
    },
  });

  useEffect(() => {
    // A server trims what it keeps: that is no other text.
    if (value.trim() === held.current.trim()) return;
    held.current = value;
    editor?.commands.setContent(parseDoc(value), { emitUpdate: false });
  }, [editor, value]);
  useEffect(() => {
    editor?.setOptions({
      editable: !disabled,
      editorProps: {
        ...editor.options.editorProps,
        attributes: {
          id,
          lang,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          ...(invalid ? { 'aria-invalid': 'true' } : {}),
        },
      },
    });
  }, [editor, id, lang, label, invalid, disabled]);
  return editor;
}
