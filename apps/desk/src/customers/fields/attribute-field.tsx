import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { useState } from 'react';
import { useProblemWords } from '../../admin/problem.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { attributeWords } from '../../conversations/customer/attribute-words.ts';
import { AttributeInput } from '../../conversations/fields/attribute-input.tsx';
import { labelOf } from '../../conversations/fields/fields.ts';
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
  const label = definition ? labelOf(definition, locale) : name;
  const changeOf = (kept: string) => ({ attributeChanges: { [name]: kept === '' ? null : kept } });
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
      <AttributeInput definition={definition} label={label} value={text} onChange={setText} />
    </InPlace>
  );
}
