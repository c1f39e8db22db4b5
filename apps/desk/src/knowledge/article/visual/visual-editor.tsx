import { Alert, Loader } from '@mantine/core';
import { EditorContent } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { holds } from './doc/holds.ts';
import { ImagePanel } from './image-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { type KeyTaker, SlashMenu } from './slash-menu.tsx';
import { TableTools } from './table-tools.tsx';
import { Toolbar } from './toolbar.tsx';
import type { PanelName } from './tools.ts';
import { useImageUpload } from './use-image-upload.ts';
import { useVisualEditor } from './use-visual-editor.ts';
import { VideoPanel } from './video-panel.tsx';
import css from './visual-editor.module.css';
import words from './visual-words.module.css';

type Props = {
  id: string;
  /** Markdown. */
  value: string;
  label: string;
  lang: string;
  invalid: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
  /** The text has something that cannot be shown here without loss; nothing was changed. */
  onUnfit: () => void;
};

/** The answer as customers will see it, written in place. Loaded only when somebody writes. */
export function VisualEditor(props: Props) {
  const { value, onUnfit } = props;
  const own = useRef<string | null>(null);
  // What was typed here fits by its nature; only a text from elsewhere is looked at.
  const fits = own.current === value || holds(value);
  useEffect(() => {
    if (!fits) onUnfit();
  }, [fits, onUnfit]);
  const change = (next: string) => {
    own.current = next;
    props.onChange(next);
  };
  return fits ? <Editing {...props} onChange={change} /> : null;
}

function Editing({ onUnfit: _, ...field }: Props) {
  const t = useAdminWords();
  const [panel, setPanel] = useState<PanelName | null>(null);
  const keys: KeyTaker = useRef(null);
  const images = useImageUpload();
  const editor = useVisualEditor({
    ...field,
    keys,
    onOpen: setPanel,
    onImages: (files, at) => void place(files, at),
  });
  /** One after the other; the last one stays selected, and its description is asked for. */
  const place = async (files: File[], at: number) => {
    for (const file of files) {
      const src = await images.send(file);
      if (!src || !editor) continue;
      const place = Math.min(at, editor.state.doc.content.size);
      editor
        .chain()
        .insertContentAt(place, { type: 'image', attrs: { src, alt: '' } }, { updateSelection: false })
        .run();
      const found = positionOf(src);
      if (found === null) continue;
      editor.chain().setNodeSelection(found).run();
      setPanel('image');
    }
  };
  const positionOf = (src: string) => {
    let at: number | null = null;
    editor?.state.doc.descendants((node, position) => {
      if (node.type.name === 'image' && node.attrs.src === src) at = position;
    });
    return at as number | null;
  };
  if (!editor) return null;
  const close = () => {
    setPanel(null);
    images.forget();
    editor.commands.focus();
  };
  return (
    <>
      <div className={css.head}>
        <Toolbar editor={editor} onOpen={(name) => setPanel(panel === name ? null : name)} />
        {panel === 'link' && <LinkPanel editor={editor} onClose={close} />}
        {panel === 'video' && <VideoPanel editor={editor} onClose={close} />}
        {panel === 'image' && <ImagePanel editor={editor} images={images} onClose={close} />}
        <TableTools editor={editor} />
        {images.busy && (
          <p className={css.busy} role="status">
            <Loader size={16} /> {t('image.uploading', { name: images.busy })}
          </p>
        )}
        {images.failure && (
          <Alert color="danger" role="alert" m={8} withCloseButton closeButtonLabel={t('close')} onClose={images.forget}>
            {images.failure}
          </Alert>
        )}
      </div>
      <div className={css.paper}>
        <EditorContent editor={editor} className={`${css.content} ${words.words} prose`} />
        <SlashMenu editor={editor} keys={keys} onOpen={setPanel} />
      </div>
    </>
  );
}
