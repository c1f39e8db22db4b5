import {
  type ConfigurationFile,
  type ConfigurationPreview,
  importConfiguration,
  previewConfiguration,
} from '@madoguchi/contract/configuration.ts';
import { Button, FileButton, Loader } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { ChangeList } from './change-list.tsx';
import css from './configuration.module.css';
import { FaultList, faultsIn } from './fault-list.tsx';
import { NoConfiguration, readFiles } from './read-files.ts';
import { SecretsNote } from './secrets-note.tsx';

type Seen = { files: ConfigurationFile[]; preview: ConfigurationPreview };

/** All settings as files, and files as settings: first shown, then applied. */
export function ConfigurationSection() {
  const t = useAdminWords();
  return (
    <div className={css.parts}>
      <Section title={t('configuration.export')} text={t('configuration.export_text')}>
        <ul className={css.left}>
          <li>
            {t('configuration.left_articles')}{' '}
            <Link to="/knowledge" className={css.link}>
              {t('configuration.left_articles_link')}
            </Link>
          </li>
          <li>{t('configuration.left_people')}</li>
          <li>{t('configuration.left_secrets')}</li>
          <li>{t('configuration.left_ways_in')}</li>
        </ul>
        <Button
          component="a"
          href="/api/configuration/export.zip"
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {t('configuration.export_do')}
        </Button>
      </Section>
      <Import />
    </div>
  );
}

function Import() {
  const t = useAdminWords();
  const problem = useProblemWords();
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = useMutation({
    mutationFn: async (chosen: File[]): Promise<Seen> => {
      const files = await readFiles(chosen);
      return { files, preview: await call(previewConfiguration, { body: { files } }) };
    },
    meta: { quiet: true },
    onMutate: () => {
      setSeen(null);
      apply.reset();
    },
    onSuccess: setSeen,
  });
  const apply = useMutation({
    mutationFn: (ids: string[]) => call(importConfiguration, { body: { files: seen?.files ?? [], ids } }),
    meta: { quiet: true },
    onSuccess: (done) => {
      setSeen(null);
      tell(t('configuration.applied', { added: done.added, changed: done.changed, removed: done.removed }));
      // Any screen may show something of it.
      void queryClient.invalidateQueries();
    },
  });
  const refused = faultsIn(apply.error);
  const failure = look.error ?? (refused ? null : apply.error);
  return (
    <Section title={t('configuration.import')} text={t('configuration.import_text')}>
      <div className={css.import}>
        <FileButton
          multiple
          accept=".zip,.json,application/zip,application/json"
          onChange={(chosen) => chosen.length > 0 && look.mutate(chosen)}
        >
          {(props) => (
            <Button
              {...props}
              variant={seen ? 'default' : 'filled'}
              loading={look.isPending}
              leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}
            >
              {t(seen ? 'configuration.choose_other' : 'configuration.choose')}
            </Button>
          )}
        </FileButton>
        {look.isPending && (
          <p className={css.note} role="status">
            <Loader size={14} /> {t('configuration.reading')}
          </p>
        )}
        {failure && (
          <p className={css.failure} role="alert">
            {failure instanceof NoConfiguration ? t('configuration.unreadable_zip') : problem(failure)}
          </p>
        )}
        {apply.data && !seen && <SecretsNote kinds={apply.data.secrets} done />}
        {seen && !look.isPending && (
          <>
            {(refused ?? seen.preview.faults).length > 0 && <FaultList faults={refused ?? seen.preview.faults} />}
            {seen.preview.faults.length === 0 && (
              <ChangeList preview={seen.preview} applying={apply.isPending} onApply={(ids) => apply.mutate(ids)} />
            )}
          </>
        )}
      </div>
    </Section>
  );
}
