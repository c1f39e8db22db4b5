import { type CustomerImport, readCustomerImport } from '@madoguchi/contract/customer-imports.ts';
import { Alert, FileInput, Modal } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import forms from '../../admin/forms.module.css';
import { useProblemWords } from '../../admin/problem.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { upload } from '../../app/client.ts';
import css from './import.module.css';
import { ImportPreview } from './import-preview.tsx';

/** A list of customers: chosen, looked at, taken in. Nothing changes before the last step. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const phone = usePhone();
  const [list, setList] = useState<CustomerImport | null>(null);
  const read = useMutation({ meta: { quiet: true }, mutationFn: (file: File) => upload(readCustomerImport, file), onSuccess: setList });
  return (
    <Modal
      opened
      onClose={onClose}
      title={list ? list.fileName : t('lists.import')}
      size={list ? 840 : 520}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {list ? (
        <ImportPreview list={list} onClose={onClose} onBack={() => setList(null)} />
      ) : (
        <div className={`${forms.forms} ${css.step}`}>
          <p className={`${css.text} prose`}>{t('lists.import_text')}</p>
          {read.error && (
            <Alert color="danger" role="alert">
              {words(read.error)}
            </Alert>
          )}
          <FileInput
            label={t('lists.file')}
            placeholder={t('lists.choose')}
            accept=".csv,.tsv,.txt,text/csv"
            leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
            disabled={read.isPending}
            onChange={(file) => file && read.mutate(file)}
          />
        </div>
      )}
    </Modal>
  );
}
