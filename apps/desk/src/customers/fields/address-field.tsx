import type { Address } from '@madoguchi/contract/customers.ts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { useEditCustomer } from '../customers.mutations.ts';
import { addressLines } from './address-lines.ts';
import css from './fields.module.css';
import { InPlace } from './in-place.tsx';

const EMPTY: Address = { postalCode: '', prefecture: '', city: '', street: '', building: '' };

/** A postal address in its parts. A whole line that is pasted into the first field is split by the server. */
export function AddressField({ customerId, address, readOnly }: { customerId: string; address: Address | null; readOnly: boolean }) {
  const t = useAdminWords();
  const locale = useLocale();
  const edit = useEditCustomer(customerId);
  const [line, setLine] = useState('');
  const [parts, setParts] = useState(EMPTY);
  const label = t('customer.address');
  const shown = address && addressLines(address, locale);
  const save = async () => {
    const typed = Object.values(parts).some((part) => part.trim() !== '');
    const change = line.trim() === '' ? { address: typed ? parts : null } : { addressLine: line.trim() };
    return edit.mutateAsync({ change, back: { address }, what: label }).then(
      () => true,
      () => false,
    );
  };
  const input = (part: keyof Address, example: string) => (
    <TextInput
      label={t(`address.${part}`)}
      placeholder={example}
      autoComplete="off"
      disabled={line.trim() !== ''}
      maxLength={part === 'postalCode' ? 20 : 200}
      value={parts[part]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setParts((now) => ({ ...now, [part]: value }));
      }}
    />
  );
  return (
    <InPlace
      label={label}
      shown={shown || null}
      readOnly={readOnly}
      busy={edit.isPending}
      onOpen={() => {
        setLine('');
        setParts(address ?? EMPTY);
      }}
      onSave={save}
    >
      <TextInput
        label={t('address.line')}
        description={t('address.line_help')}
        placeholder={t('address.line_example')}
        maxLength={300}
        autoComplete="off"
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
      <div className={css.pair}>
        {input('postalCode', '600-8001')}
        {input('prefecture', t('address.prefecture_example'))}
      </div>
      {input('city', t('address.city_example'))}
      {input('street', t('address.street_example'))}
      {input('building', t('address.building_example'))}
    </InPlace>
  );
}
