import { ProblemError } from '@madoguchi/client/client.ts';
import type { ConfigurationFault } from '@madoguchi/contract/configuration.ts';
import { Alert } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './configuration.module.css';
import { faultWords } from './fault-words.ts';

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
            <code>{t('configuration.line', { file: fault.file, line: fault.line })}</code> {faultWords(t, fault.code, fault.detail)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
