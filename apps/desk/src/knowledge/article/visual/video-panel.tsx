import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { videoOf } from '../../../../../portal/src/markdown/video.ts';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './panel.module.css';
import { insertVideo } from './video-node.ts';

/** A video by its address; of other sites only those on the allow-list. */
export function VideoPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useAdminWords();
  const [was] = useState(() => editor.getAttributes('video') as { src?: string; title?: string });
  const [src, setSrc] = useState(was.src ?? '');
  const [title, setTitle] = useState(was.title ?? '');
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const address = src.trim();
    if (!videoOf(address)) return setRefused(true);
    const attrs = { src: address, title: title.trim() };
    if (was.src) editor.chain().focus().updateAttributes('video', attrs).run();
    else insertVideo(editor, attrs);
    onClose();
  };
  return (
    <form className={css.panel} onSubmit={submit} noValidate>
      <TextInput
        label={t('video.address')}
        description={t('video.address_help')}
        type="url"
        inputMode="url"
        value={src}
        error={refused && t('video.not_allowed')}
        onChange={(event) => {
          setSrc(event.currentTarget.value);
          setRefused(false);
        }}
        autoFocus
      />
      <TextInput
        label={t('video.title')}
        description={t('video.title_help')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={css.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('video.insert')}</Button>
      </div>
    </form>
  );
}
