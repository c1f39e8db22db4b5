import { Alert } from '@mantine/core';
import { IconWorldOff } from '@tabler/icons-react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { CopyField } from '../../../admin/copy-field.tsx';
import css from './channel.module.css';

/** The address that the platform's console wants to know. Platforms post to https alone: any other one is told to lead nowhere. */
export function Hook({ url }: { url: string }) {
  const t = useAdminWords();
  return (
    <div className={css.hook}>
      <div>
        <p className={css.label}>{t('channel.hook')}</p>
        <p className={css.small}>{t('channel.hook_text')}</p>
      </div>
      <CopyField value={url} label={t('channel.hook')} />
      {!url.startsWith('https://') && (
        <Alert color="warning" icon={<IconWorldOff />} title={t('channel.hook_missing')}>
          {t('channel.hook_missing_text')}
        </Alert>
      )}
    </div>
  );
}
