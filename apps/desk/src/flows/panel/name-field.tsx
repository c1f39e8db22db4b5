import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { isName } from '../plan/tidy.ts';

type Props = { label: string; value: string; help?: string; taken?: boolean; onChange: (name: string) => void };

/** The name of an answer. It counts once it is whole: on leaving the field, with Enter or when saving. */
export function NameField({ label, value, help, taken, onChange }: Props) {
  const t = useAdminWords();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const wrong = shown !== '' && !isName(shown);
  const settle = () => {
    if (typed !== null && isName(typed) && typed !== value) onChange(typed);
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      description={help}
      value={shown}
      maxLength={40}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      error={wrong ? t('flows.field_wrong') : undefined}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || ((event.metaKey || event.ctrlKey) && event.key === 's')) settle();
      }}
      {...(taken && !wrong ? { error: t('flows.field_taken') } : {})}
    />
  );
}
