import { chosenIn } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';

type Props = {
  definition: Pick<AttributeDefinition, 'kind' | 'choices'> | null;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  description?: string | undefined;
  /** Where the label stands above the field, and not beside it. */
  labelled?: boolean;
  /** The first to be filled in of a dialog that opens. */
  first?: boolean;
};

/** The field that an attribute's kind asks for. What is typed is its value as text: several choices one a line. */
export function AttributeInput({ definition, label, value, onChange, error, description, labelled = false, first = false }: Props) {
  const t = useWords();
  const kind = definition?.kind;
  const common = { ...(labelled ? { label, description } : { 'aria-label': label }), ...(first ? { 'data-autofocus': true } : {}), error };
  if (kind === 'choices')
    return (
      <MultiSelect
        {...common}
        data={definition?.choices ?? []}
        value={chosenIn(value)}
        clearable
        hidePickedOptions
        comboboxProps={{ withinPortal: true }}
        onChange={(chosen) => onChange(chosen.join('\n'))}
      />
    );
  if (kind === 'choice' || kind === 'yes_no') {
    const choices =
      kind === 'yes_no'
        ? (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`attribute.${one}`) }))
        : (definition?.choices ?? []).map((one) => ({ value: one, label: one }));
    return <Select {...common} data={choices} value={value || null} clearable onChange={(chosen) => onChange(chosen ?? '')} />;
  }
  if (kind === 'long_text')
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter begins a line; with ⌘ or Ctrl it keeps what is written.
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    );
  return (
    <TextInput
      {...common}
      autoComplete="off"
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : kind === 'link' ? 'url' : 'text'}
      {...(kind === 'link' ? { placeholder: 'https://' } : {})}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
