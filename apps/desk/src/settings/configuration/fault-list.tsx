import { ProblemError } from '@madoguchi/client/client.ts';
import type { ConfigurationFault } from '@madoguchi/contract/configuration.ts';
import { Alert } from '@mantine/core';
import { type AdminKey, type AdminWords, useAdminWords } from '../../admin/admin-words.ts';
import css from './configuration.module.css';

const known: Record<string, AdminKey> = {
  unreadable: 'configuration.fault.unreadable',
  unknown_file: 'configuration.fault.unknown_file',
  reference: 'configuration.fault.reference',
  invalid: 'configuration.fault.invalid',
  'configuration.not_here': 'configuration.fault.not_here',
  'configuration.kind_fixed': 'configuration.fault.kind_fixed',
};

const wordsFor = (t: AdminWords, { code, detail }: ConfigurationFault): string =>
  t(known[code] ?? 'configuration.fault.other', { detail, code });

/** The faults in a refusal to import, if it is one. */
export const faultsIn = (error: unknown): ConfigurationFault[] | null =>
  error instanceof ProblemError && error.code === 'configuration.refused' ? (error.problem.faults as ConfigurationFault[]) : null;

/** What does not fit, each with the line where it stands. */
export function FaultList({ faults }: { faults: readonly ConfigurationFault[] }) {
  const t = useAdminWords();
  return (
    <Alert color="danger" role="alert" title={t('configuration.faults')} className={css.faults}>
      <p className="prose">{t('configuration.faults_text')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.file} ${fault.line} ${fault.code} ${fault.detail}`}>
            <code>{t('configuration.line', { file: fault.file, line: fault.line })}</code> {wordsFor(t, fault)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
