import { testModel } from '@madoguchi/contract/models.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { EndpointTrial } from './endpoint-trial.tsx';
import { type ModelValues, trialOf } from './models-values.ts';

/** Asks the language model for a sentence. */
export function ModelTrial({ values }: { values: ModelValues }) {
  const t = useAdminWords();
  return (
    <EndpointTrial
      text={t('models.try_text')}
      ask={() => call(testModel, { body: trialOf(values) })}
      tell={({ said, tokensIn, tokensOut }) => ({
        said,
        figures: [tokensIn !== null && t('models.try_tokens', { in: tokensIn, out: tokensOut ?? 0 })],
      })}
    />
  );
}
