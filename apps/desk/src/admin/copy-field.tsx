import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useAdminWords } from './admin-words.ts';
import css from './copy-field.module.css';

/** A value to be taken elsewhere: selectable text and a button that copies it and says so. `lines`: there are several; prose is wrapped, code is not. */
export function CopyField({ value, label, lines }: { value: string; label: string; lines?: 'code' | 'prose' }) {
  const t = useAdminWords();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <div className={css.field} data-lines={lines}>
      <section className={css.value} aria-label={label}>
        <code>{value}</code>
      </section>
      <Button
        className={css.copy}
        variant="default"
        leftSection={clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.6} aria-hidden />}
        onClick={() => clipboard.copy(value)}
        aria-label={`${label}: ${t('copy.copy')}`}
      >
        <span aria-live="polite">{clipboard.error ? t('copy.failed') : clipboard.copied ? t('copy.copied') : t('copy.copy')}</span>
      </Button>
    </div>
  );
}
