import { Button, FileButton, TextInput } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './panel.module.css';
import type { ImageUpload } from './use-image-upload.ts';

type Props = { editor: Editor; images: ImageUpload; onClose: () => void };

/** An image with its description; the description of one that is there when it is selected. */
export function ImagePanel({ editor, images, onClose }: Props) {
  const t = useAdminWords();
  const [was] = useState(() => (editor.isActive('image') ? (editor.getAttributes('image') as { src: string; alt: string | null }) : null));
  const [src, setSrc] = useState(was?.src ?? '');
  const [alt, setAlt] = useState(was?.alt ?? '');
  const choose = async (file: File | null) => {
    const url = file && (await images.send(file));
    if (url) setSrc(url);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const attrs = { src, alt: alt.trim() };
    if (was) editor.chain().focus().updateAttributes('image', attrs).run();
    else editor.chain().focus().insertContent({ type: 'image', attrs }).run();
    onClose();
  };
  return (
    <form className={css.panel} onSubmit={submit} noValidate>
      {src ? (
        <img src={src} alt="" className={css.thumb} />
      ) : (
        <div className={css.row}>
          <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp,image/gif">
            {(props) => (
              <Button {...props} variant="default" loading={images.busy !== null} leftSection={<IconPhotoUp size={18} stroke={1.6} />}>
                {t('image.choose')}
              </Button>
            )}
          </FileButton>
          <p className={`${css.note} ${css.grow}`}>{t('image.rules')}</p>
        </div>
      )}
      <TextInput
        label={t('image.alt')}
        description={t('image.alt_help')}
        placeholder={t('image.alt_example')}
        maxLength={300}
        value={alt}
        onChange={(event) => setAlt(event.currentTarget.value)}
        autoFocus={src !== ''}
      />
      <div className={css.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={src === ''}>
          {t(was ? 'image.save' : 'image.insert')}
        </Button>
      </div>
    </form>
  );
}
