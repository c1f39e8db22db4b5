import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { provedNames } from '../plan/new-step.ts';
import { isName } from '../plan/tidy.ts';

type Props = { label: string; value: string; help?: string; taken?: boolean; onChange: (name: string) => void };

/** The name of an answer. It counts once it is whole: on leaving the field, with Enter or when saving. */
export function NameField({ label, value, help, taken, onChange }: Props) {
  const t = useAdminWords();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const reserved = provedNames.some((name) => name === shown);
  const wrong = shown !== '' && (!isName(shown) || reserved);
  const settle = () => {
    if (typed !== null && isName(typed) && !reserved && typed !== value) onChange(typed);
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
      error={wrong ? t(reserved ? 'flows.fault_field_reserved' : 'flows.field_wrong') : undefined}
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
