import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { queryClient } from '../../app/query-client.ts';
import { Failure } from '../../ui/failure.tsx';
import { modelUsageQuery } from '../settings.queries.ts';
import { failureWords } from './failure-words.ts';
import css from './models-section.module.css';

type Result = { failure: keyof typeof failureWords | null; detail: string | null; model: string | null; ms: number };
/** `tell`: what came back besides the model's name and the time it took. */
/** What the button says, and what the outcome is called. */
export type TrialWords = { button: AdminKey; ok: AdminKey; failed: AdminKey };
const CONNECTION: TrialWords = { button: 'models.try', ok: 'models.try_ok', failed: 'models.try_failed' };

type Props<R extends Result> = {
  text: string;
  words?: TrialWords;
  ask: () => Promise<R>;
  tell: (result: R) => { said?: ReactNode; figures: (string | false)[] };
};

/** Asks a model for real with what stands in the form, saved or not, and says what came of it. */
export function EndpointTrial<R extends Result>({ text, words = CONNECTION, ask, tell }: Props<R>) {
  const t = useAdminWords();
  const trial = useMutation({
    mutationFn: ask,
    onSettled: () => queryClient.invalidateQueries({ queryKey: modelUsageQuery.queryKey }),
  });
  return (
    <div className={css.trial}>
      <p className={`${css.note} prose`}>{text}</p>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={16} stroke={1.6} />}
        loading={trial.isPending}
        onClick={() => trial.mutate()}
      >
        {t(words.button)}
      </Button>
      <div role="status">
        {trial.error && <Failure error={trial.error} />}
        {trial.data && <TrialResult result={trial.data} words={words} {...tell(trial.data)} />}
      </div>
    </div>
  );
}

type ResultProps = { result: Result; words: TrialWords; said?: ReactNode; figures: (string | false)[] };

function TrialResult({ result, words, said, figures }: ResultProps) {
  const t = useAdminWords();
  const took = t('models.try_took', { seconds: (result.ms / 1000).toFixed(1) });
  return result.failure === null ? (
    <Alert color="success" icon={<IconCircleCheck />} title={t(words.ok)}>
      {said !== undefined && <p className={css.said}>{said}</p>}
      <p className={css.figures}>{[result.model, took, ...figures].filter(Boolean).join(' · ')}</p>
    </Alert>
  ) : (
    <Alert color="danger" icon={<IconPlugConnectedX />} title={t(words.failed)}>
      <p className={css.said}>{t(failureWords[result.failure])}</p>
      {result.detail && <p className={css.figures}>{result.detail}</p>}
    </Alert>
  );
}
