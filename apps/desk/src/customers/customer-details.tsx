import type { Customer } from '@madoguchi/contract/customers.ts';
import { useAdminWords } from '../admin/admin-words.ts';
import { Section } from '../admin/section.tsx';
import { useCan } from '../app/me.ts';
import { AddressField } from './fields/address-field.tsx';
import { AttributeFields } from './fields/attribute-fields.tsx';
import css from './fields/fields.module.css';
import { OrganizationField, OrganizationProposal } from './fields/organization-field.tsx';
import { TagsField } from './fields/tags-field.tsx';
import { TextField } from './fields/text-field.tsx';

/** Who a customer is, each thing edited where it stands. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  const readOnly = !useCan('customer.write') || customer.erasedAt !== null;
  const { id } = customer;
  return (
    <>
      <Section title={t('customer.person')}>
        {!readOnly && <OrganizationProposal customer={customer} />}
        <dl className={css.fields}>
          <TextField
            customerId={id}
            label={t('customer.name')}
            value={customer.name}
            max={100}
            example={t('customer.name_example')}
            readOnly={readOnly}
            changeOf={(name) => ({ name })}
          />
          <TextField
            customerId={id}
            label={t('customer.reading')}
            value={customer.reading}
            max={100}
            example={t('customer.reading_example')}
            readOnly={readOnly}
            changeOf={(reading) => ({ reading })}
          />
          <OrganizationField customer={customer} readOnly={readOnly} />
          <TagsField customerId={id} tags={customer.tags} readOnly={readOnly} />
          <AddressField customerId={id} address={customer.address} readOnly={readOnly} />
        </dl>
      </Section>
      <Section title={t('customer.attributes')} text={t('customer.attributes_text')}>
        <AttributeFields customer={customer} readOnly={readOnly} />
      </Section>
    </>
  );
}
