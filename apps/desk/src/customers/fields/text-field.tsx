import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useProblemWords } from '../../admin/problem.ts';
import { type CustomerChange, useEditCustomer } from '../customers.mutations.ts';
import { InPlace } from './in-place.tsx';

type Props = {
  customerId: string;
  label: string;
  value: string;
  max: number;
  example?: string;
  readOnly: boolean;
  shown?: ReactNode;
  changeOf: (value: string) => CustomerChange;
};

/** A line of text known of a customer. */
export function TextField({ customerId, label, value, max, example, readOnly, shown, changeOf }: Props) {
  const words = useProblemWords();
  const edit = useEditCustomer(customerId);
  const [text, setText] = useState(value);
  const save = async () => {
    const kept = text.trim();
    if (kept === value) return true;
    return edit.mutateAsync({ change: changeOf(kept), back: changeOf(value), what: label }).then(
      () => true,
      () => false,
    );
  };
  return (
    <InPlace
      label={label}
      shown={value === '' ? null : (shown ?? value)}
      readOnly={readOnly}
      busy={edit.isPending}
      error={edit.error ? words(edit.error) : null}
      onOpen={() => {
        edit.reset();
        setText(value);
      }}
      onSave={save}
    >
      <TextInput
        aria-label={label}
        autoComplete="off"
        maxLength={max}
        placeholder={example}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </InPlace>
  );
}
