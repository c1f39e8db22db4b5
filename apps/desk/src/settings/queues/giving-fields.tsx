import type { Queue, QueueMode } from '@madoguchi/contract/routing.ts';
import { NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { QueueFormState } from './queue-form.tsx';
import css from './queues.module.css';

const modes: readonly QueueMode[] = ['manual', 'offer', 'direct'];
const boosts = [0, 1, 2, 3] as const;

/** Whether it gives out by itself, how long somebody has to answer, and where it flows over. */
export function GivingFields({ form, others }: { form: QueueFormState; others: readonly Queue[] }) {
  const t = useAdminWords();
  const { values, set, error, touch } = form;
  const number = (name: 'offerSeconds' | 'overflowMinutes') => ({
    value: values[name],
    error: error(name),
    allowDecimal: false,
    hideControls: true,
    onChange: (value: number | string) => set({ [name]: value }),
    onBlur: () => touch(name),
  });
  return (
    <div className={css.grid}>
      <Radio.Group
        className={css.wide}
        value={values.mode}
        onChange={(mode) => set({ mode: mode as QueueMode })}
        aria-label={t('queues.mode')}
      >
        <Stack gap={12}>
          {modes.map((mode) => (
            <Radio key={mode} value={mode} label={t(`queues.mode.${mode}`)} description={t(`queues.mode.${mode}_text`)} />
          ))}
        </Stack>
      </Radio.Group>
      {values.mode === 'offer' && <NumberInput label={t('queues.offer_seconds')} min={10} max={600} {...number('offerSeconds')} />}
      {values.mode !== 'manual' && (
        <>
          <Select
            label={t('queues.boost')}
            allowDeselect={false}
            data={boosts.map((step) => ({ value: String(step), label: t(`queues.boost.${step}`) }))}
            value={String(values.priorityBoost)}
            onChange={(value) => set({ priorityBoost: Number(value) })}
          />
          {others.length > 0 && (
            <Select
              label={t('queues.overflow')}
              allowDeselect={false}
              data={[{ value: '', label: t('queues.overflow_none') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
              value={values.overflowQueueId ?? ''}
              onChange={(value) => set({ overflowQueueId: value || null })}
            />
          )}
          {values.overflowQueueId !== null && (
            <NumberInput label={t('queues.overflow_minutes')} min={1} max={1440} {...number('overflowMinutes')} />
          )}
        </>
      )}
    </div>
  );
}
