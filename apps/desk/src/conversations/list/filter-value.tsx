import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { Select, TextInput } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';

type Props = { definition: AttributeDefinition; value: string; onChange: (value: string) => void };

/** The value that is looked for, as the field's kind asks for it; of several choices, one. Empty: any. */
export function FilterValue({ definition: { kind, choices }, value, onChange }: Props) {
  const t = useWords();
  const common = { label: t('filter.value'), placeholder: t('filter.any') };
  if (kind === 'choice' || kind === 'choices' || kind === 'yes_no') {
    const data =
      kind === 'yes_no'
        ? (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`attribute.${one}`) }))
        : choices.map((one) => ({ value: one, label: one }));
    return (
      <Select
        {...common}
        data={data}
        clearable
        comboboxProps={{ withinPortal: false }}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...common}
      description={kind === 'date' || kind === 'number' ? undefined : t('filter.whole')}
      autoComplete="off"
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
