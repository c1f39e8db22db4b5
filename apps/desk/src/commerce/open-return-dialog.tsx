import { NumberInput, SegmentedControl, Textarea } from '@mantine/core';
import { faults, textFault } from '../admin/faults.ts';
import { useForm } from '../admin/form.ts';
import { FormDialog } from '../admin/form-dialog.tsx';
import { usePhone } from '../admin/use-phone.ts';
import { useWords } from '../app/locale.tsx';
import { tell } from '../ui/tell.tsx';
import { type ShownOrder, useOpenReturn } from './commerce.queries.ts';
import css from './orders.module.css';

type Values = { wish: 'refund' | 'exchange'; reason: string; counts: number[] };

/** What comes back, why, and whether money or another one is wanted for it. */
export function OpenReturnDialog({ order, onClose }: { order: Pick<ShownOrder, 'id' | 'number' | 'lines'>; onClose: () => void }) {
  const t = useWords();
  const opening = useOpenReturn(order.id);
  const phone = usePhone();
  const only = order.lines.length === 1;
  const form = useForm<Values>({
    id: null,
    stored: { wish: 'refund', reason: '', counts: order.lines.map(({ quantity }) => (only ? quantity : 0)) },
    check: ({ reason, counts }) =>
      faults({
        reason: textFault(reason, 2000, null),
        counts: counts.some((count) => count > 0) ? undefined : { word: 'fault.return_nothing' },
      }),
    save: async ({ wish, reason, counts }) => {
      const lines = order.lines.flatMap(({ name }, at) => (counts[at] ? [{ name, quantity: counts[at] }] : []));
      await opening.mutateAsync({ wish, reason: reason.trim(), lines });
      tell(t('return.told_opened', { number: order.number }));
      onClose();
    },
  });
  const { counts, wish } = form.values;
  const setCount = (at: number, count: number) => form.set({ counts: counts.map((one, index) => (index === at ? count : one)) });
  return (
    <FormDialog title={t('return.open_title', { number: order.number })} submit={t('return.open')} form={form} onClose={onClose}>
      <fieldset className={css.goods}>
        <legend>{t('return.goods')}</legend>
        {order.lines.map(({ name, quantity }, at) => (
          <div key={`${name} ${String(at)}`} className={css.good}>
            <span className={css.words}>{name}</span>
            <NumberInput
              aria-label={t('return.count_of', { name })}
              w={96}
              min={0}
              max={quantity}
              hideControls={phone}
              clampBehavior="strict"
              allowDecimal={false}
              suffix={` / ${String(quantity)}`}
              value={counts[at] ?? 0}
              onChange={(value) => setCount(at, Number(value) || 0)}
            />
          </div>
        ))}
        {form.error('counts') && (
          <p className={css.fault} role="alert">
            {form.error('counts')}
          </p>
        )}
      </fieldset>
      <SegmentedControl
        fullWidth
        aria-label={t('return.wish')}
        data={(['refund', 'exchange'] as const).map((value) => ({ value, label: t(`return.wish.${value}`) }))}
        value={wish}
        onChange={(value) => form.set({ wish: value as Values['wish'] })}
      />
      <Textarea
        label={t('return.reason')}
        placeholder={t('return.reason_example')}
        autosize
        minRows={2}
        maxRows={8}
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
