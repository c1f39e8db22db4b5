import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useProblemWords } from '../../admin/problem.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { attributeWords } from '../../conversations/customer/attribute-words.ts';
import { useEditCustomer } from '../customers.mutations.ts';
import { InPlace } from './in-place.tsx';

type Props = { customerId: string; name: string; definition: AttributeDefinition | null; value: string; readOnly: boolean };

/** One attribute, with the field that its kind asks for. Emptied, it is gone. */
export function AttributeField({ customerId, name, definition, value, readOnly }: Props) {
  const desk = useWords();
  const locale = useLocale();
  const words = useProblemWords();
  const edit = useEditCustomer(customerId);
  const [text, setText] = useState(value);
  const label = definition?.label ?? name;
  const changeOf = (kept: string) => ({ attributeChanges: { [name]: kept === '' ? null : kept } });
  const save = async () => {
    const kept = text.trim();
    if (kept === value) return true;
    return edit.mutateAsync({ change: changeOf(kept), back: changeOf(value), what: label }).then(
      () => true,
      () => false,
    );
  };
  const choices =
    definition?.kind === 'yes_no'
      ? (['yes', 'no'] as const).map((one) => ({ value: one, label: desk(`attribute.${one}`) }))
      : definition?.choices.map((one) => ({ value: one, label: one }));
  const isChoice = definition?.kind === 'choice' || definition?.kind === 'yes_no';
  return (
    <InPlace
      label={label}
      shown={value === '' ? null : attributeWords(desk, definition, value, locale)}
      readOnly={readOnly}
      busy={edit.isPending}
      error={edit.error ? words(edit.error) : null}
      onOpen={() => {
        edit.reset();
        setText(value);
      }}
      onSave={save}
    >
      {isChoice ? (
        <Select aria-label={label} data={choices ?? []} value={text || null} clearable onChange={(chosen) => setText(chosen ?? '')} />
      ) : (
        <TextInput
          aria-label={label}
          autoComplete="off"
          type={definition?.kind === 'date' ? 'date' : 'text'}
          inputMode={definition?.kind === 'number' ? 'decimal' : definition?.kind === 'link' ? 'url' : 'text'}
          placeholder={definition?.kind === 'link' ? 'https://' : undefined}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </InPlace>
  );
}
