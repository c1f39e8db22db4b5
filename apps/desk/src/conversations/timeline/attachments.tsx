import type { Attachment } from '@madoguchi/contract/common.ts';
import { IconFileTypePdf, IconPaperclip } from '@tabler/icons-react';
import { fileSize } from '../../ui/file-size.ts';
import css from './attachments.module.css';

/** Images as images, other files as a line with name and size. Both open beside the desk. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={css.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a className={file.type.startsWith('image/') ? css.image : css.file} href={file.url} target="_blank" rel="noreferrer noopener">
            {file.type.startsWith('image/') ? (
              <img src={file.url} alt={file.name} loading="lazy" />
            ) : (
              <>
                {file.type === 'application/pdf' ? (
                  <IconFileTypePdf size={20} stroke={1.4} aria-hidden />
                ) : (
                  <IconPaperclip size={18} stroke={1.6} aria-hidden />
                )}
                <span className={css.name}>{file.name}</span>
                <span className={css.size}>{fileSize(file.sizeInBytes)}</span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
