import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { testModel } from '@madoguchi/contract/models.ts';
import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Failure } from '../../ui/failure.tsx';
import { modelUsageQuery } from '../settings.queries.ts';
import { failureWords } from './failure-words.ts';
import css from './models-section.module.css';
import { type ModelValues, trialOf } from './models-values.ts';

/** Asks the model for real with what stands in the form, saved or not, and says what came of it. */
export function ModelTrial({ values }: { values: ModelValues }) {
  const t = useAdminWords();
  const trial = useMutation({
    mutationFn: () => call(testModel, { body: trialOf(values) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: modelUsageQuery.queryKey }),
  });
  return (
    <div className={css.trial}>
      <p className={`${css.note} prose`}>{t('models.try_text')}</p>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={16} stroke={1.6} />}
        loading={trial.isPending}
        onClick={() => trial.mutate()}
      >
        {t('models.try')}
      </Button>
      <div role="status">
        {trial.error && <Failure error={trial.error} />}
        {trial.data && <TrialResult result={trial.data} />}
      </div>
    </div>
  );
}

function TrialResult({ result }: { result: OutputOf<typeof testModel> }) {
  const t = useAdminWords();
  const took = t('models.try_took', { seconds: (result.ms / 1000).toFixed(1) });
  const tokens = result.tokensIn !== null && t('models.try_tokens', { in: result.tokensIn, out: result.tokensOut ?? 0 });
  return result.failure === null ? (
    <Alert color="success" icon={<IconCircleCheck />} title={t('models.try_ok')}>
      <p className={css.said}>{result.said}</p>
      <p className={css.figures}>{[result.model, took, tokens].filter(Boolean).join(' · ')}</p>
    </Alert>
  ) : (
    <Alert color="danger" icon={<IconPlugConnectedX />} title={t('models.try_failed')}>
      <p className={css.said}>{t(failureWords[result.failure])}</p>
      {result.detail && <p className={css.figures}>{result.detail}</p>}
    </Alert>
  );
}
