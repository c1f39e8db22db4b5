import type { Attachment } from '@madoguchi/contract/common.ts';
import { CloseButton, Loader } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconPhoto } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { fileSize } from '../../ui/file-size.ts';
import css from './composer.module.css';
import type { Uploading } from './use-attachments.ts';

type Props = {
  files: readonly Attachment[];
  uploading: readonly Uploading[];
  onRemove: (id: string) => void;
  onDrop: (key: number) => void;
};

/** The files that will go along, those still on their way, and those that could not be taken with the reason. */
export function AttachmentChips({ files, uploading, onRemove, onDrop }: Props) {
  const t = useWords();
  if (files.length === 0 && uploading.length === 0) return null;
  return (
    <ul className={css.chips}>
      {files.map((file) => (
        <li key={file.id} className={css.chip}>
          {file.type.startsWith('image/') ? (
            <IconPhoto size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconFile size={16} stroke={1.6} aria-hidden />
          )}
          <span className={css.chipName}>{file.name}</span>
          <span className={css.chipSize}>{fileSize(file.sizeInBytes)}</span>
          <CloseButton size="sm" aria-label={t('attachment.remove', { name: file.name })} onClick={() => onRemove(file.id)} />
        </li>
      ))}
      {uploading.map((file) => (
        <li key={file.key} className={css.chip} data-failed={file.failure ? '' : undefined} role={file.failure ? 'alert' : undefined}>
          {file.failure ? <IconAlertTriangle size={16} stroke={1.6} aria-hidden /> : <Loader size={14} />}
          <span className={css.chipName}>{file.name}</span>
          {file.failure && <span>{file.failure}</span>}
          {file.failure && (
            <CloseButton size="sm" aria-label={t('attachment.remove', { name: file.name })} onClick={() => onDrop(file.key)} />
          )}
        </li>
      ))}
    </ul>
  );
}
