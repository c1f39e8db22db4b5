import { type Attachment, limits } from '@madoguchi/contract/common.ts';
import { Button, FileButton, Input } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { uploadAttachment } from '../../app/api.ts';
import { upload } from '../../app/client.ts';
import { AttachmentChips } from '../../conversations/composer/attachment-chips.tsx';
import type { Uploading } from '../../conversations/composer/use-attachments.ts';

type Props = { files: readonly Attachment[]; onChange: (files: Attachment[]) => void; onBusy: (busy: boolean) => void };

/** Files that go out with a text. Each is uploaded at once. */
export function FilesField({ files, onChange, onBusy }: Props) {
  const t = useAdminWords();
  const words = useProblemWords();
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const add = async (chosen: File[]) => {
    const room = chosen.slice(0, limits.attachmentsPerMessage - files.length);
    onBusy(true);
    let all = [...files];
    for (const [key, file] of room.entries()) {
      setUploading([{ key, name: file.name, failure: null }]);
      try {
        all = [...all, await upload(uploadAttachment, file)];
        onChange(all);
        setUploading([]);
      } catch (error) {
        setUploading([{ key, name: file.name, failure: words(error) }]);
        break;
      }
    }
    onBusy(false);
  };
  return (
    <Input.Wrapper label={t('canned.files')} description={t('canned.files_text')}>
      <AttachmentChips
        files={files}
        uploading={uploading}
        onRemove={(id) => onChange(files.filter((file) => file.id !== id))}
        onDrop={() => setUploading([])}
      />
      {files.length < limits.attachmentsPerMessage && (
        <FileButton multiple onChange={(chosen) => void add(chosen)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-md" mt={8} leftSection={<IconPaperclip size={16} stroke={1.6} />}>
              {t('canned.files_add')}
            </Button>
          )}
        </FileButton>
      )}
    </Input.Wrapper>
  );
}
