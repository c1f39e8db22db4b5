import { Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { EmbeddingFormState } from './embedding-part.tsx';
import { waitChoices } from './embedding-values.ts';

/** How long a question waits for its vector. */
export function EmbeddingWait({ form }: { form: EmbeddingFormState }) {
  const t = useAdminWords();
  const { timeLimitMs } = form.values;
  return (
    <Select
      label={t('embed.wait')}
      description={t('embed.wait_help')}
      allowDeselect={false}
      value={String(timeLimitMs)}
      onChange={(value) => value && form.set({ timeLimitMs: Number(value) })}
      data={waitChoices(timeLimitMs).map((ms) => ({ value: String(ms), label: t('models.seconds', { count: ms / 1000 }) }))}
    />
  );
}
