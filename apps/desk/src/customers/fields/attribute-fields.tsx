import { shownAttributes } from '@madoguchi/contract/attribute-rules.ts';
import type { Customer } from '@madoguchi/contract/customers.ts';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { useEditCustomer } from '../customers.mutations.ts';
import { AttributeField } from './attribute-field.tsx';
import css from './fields.module.css';

/** What the company wants to know of every customer, in its order, then what agents added of their own. */
export function AttributeFields({ customer, readOnly }: { customer: Customer; readOnly: boolean }) {
  const t = useAdminWords();
  const { data } = useQuery(attributesQuery);
  const all = data?.items.filter(({ subject }) => subject === 'customer') ?? [];
  const defined = shownAttributes(all, customer.attributes, null);
  const own = Object.keys(customer.attributes).filter((name) => !all.some(({ key }) => key === name));
  return (
    <>
      <dl className={css.fields}>
        {[...defined.map((one) => [one.key, one] as const), ...own.map((name) => [name, null] as const)].map(([name, definition]) => (
          <AttributeField
            key={name}
            customerId={customer.id}
            name={name}
            definition={definition}
            value={customer.attributes[name] ?? ''}
            readOnly={readOnly}
          />
        ))}
      </dl>
      {defined.length + own.length === 0 && <p className={css.nothing}>{t('customer.no_attributes')}</p>}
      {!readOnly && <NewAttribute customerId={customer.id} />}
    </>
  );
}

/** Something worth knowing that nobody defined. */
function NewAttribute({ customerId }: { customerId: string }) {
  const t = useAdminWords();
  const edit = useEditCustomer(customerId);
  const [draft, setDraft] = useState<{ name: string; value: string } | null>(null);
  if (!draft)
    return (
      <Button
        className={css.add}
        variant="subtle"
        size="compact-md"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        onClick={() => setDraft({ name: '', value: '' })}
      >
        {t('customer.attribute_add')}
      </Button>
    );
  const name = draft.name.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || draft.value.trim() === '') return;
    edit.mutate(
      { change: { attributeChanges: { [name]: draft.value.trim() } }, back: { attributeChanges: { [name]: null } }, what: name },
      { onSuccess: () => setDraft(null) },
    );
  };
  return (
    <form className={css.newAttribute} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}>
      <TextInput
        data-autofocus
        aria-label={t('customer.attribute_name')}
        placeholder={t('customer.attribute_name')}
        maxLength={50}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t('customer.attribute_value', { name })}
        placeholder={t('customer.attribute_value_example')}
        maxLength={500}
        value={draft.value}
        onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })}
      />
      <Button type="submit" loading={edit.isPending} disabled={name === '' || draft.value.trim() === ''}>
        {t('customer.attribute_keep')}
      </Button>
    </form>
  );
}
