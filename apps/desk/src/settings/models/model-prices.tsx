import { NumberInput, Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './models-section.module.css';
import type { ModelFormState } from './models-section.tsx';

const currencies = ['JPY', 'USD', 'EUR'];

/** What a million tokens cost, so that the usage can be told in money. */
export function ModelPrices({ form }: { form: ModelFormState }) {
  const t = useAdminWords();
  const { priceIn, priceOut, currency } = form.values;
  const price = { min: 0, max: 1_000_000, decimalScale: 4, hideControls: true, inputMode: 'decimal' } as const;
  return (
    <Section title={t('models.prices')} text={t('models.prices_text')}>
      <div className={css.prices}>
        <NumberInput label={t('models.price_in')} value={priceIn} onChange={(value) => form.set({ priceIn: value })} {...price} />
        <NumberInput label={t('models.price_out')} value={priceOut} onChange={(value) => form.set({ priceOut: value })} {...price} />
        <Select
          label={t('models.currency')}
          allowDeselect={false}
          value={currency}
          onChange={(value) => value && form.set({ currency: value })}
          data={[...new Set([...currencies, currency])]}
        />
      </div>
    </Section>
  );
}
