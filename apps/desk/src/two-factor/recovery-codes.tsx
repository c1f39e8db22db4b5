import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import css from './two-factor.module.css';

/** The ten codes, this once, with ways to keep them. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useAdminWords();
  const clipboard = useClipboard({ timeout: 2000 });
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`Madoguchi ${location.host}\n\n${codes.join('\n')}\n`], { type: 'text/plain' }));
    link.download = 'madoguchi-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={css.recovery}>
      <p className="prose">{t('two_factor.codes_text')}</p>
      <ul className={css.codes} aria-label={t('two_factor.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={css.ways}>
        <Button
          variant="default"
          leftSection={clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.6} aria-hidden />}
          onClick={() => clipboard.copy(codes.join('\n'))}
        >
          <span aria-live="polite">{clipboard.copied ? t('copy.copied') : t('copy.copy')}</span>
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />} onClick={download}>
          {t('two_factor.codes_download')}
        </Button>
      </div>
      <Button fullWidth onClick={onDone}>
        {t('two_factor.codes_kept')}
      </Button>
    </div>
  );
}
