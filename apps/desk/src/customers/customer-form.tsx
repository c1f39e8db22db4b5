import { type Customer, updateCustomer } from '@madoguchi/contract/customers.ts';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { faults, textFault } from '../admin/faults.ts';
import { useForm } from '../admin/form.ts';
import forms from '../admin/forms.module.css';
import { SaveBar } from '../admin/save-bar.tsx';
import { Section } from '../admin/section.tsx';
import { call } from '../app/client.ts';
import { useCan } from '../app/me.ts';
import { queryClient } from '../app/query-client.ts';
import { attributeFaults, attributesOf, rowsOf } from './attribute-rows.ts';
import { AttributesEditor } from './attributes-editor.tsx';
import css from './customer-page.module.css';
import { keys } from './customers.queries.ts';

/** What can be changed of a customer, with everything else that is known (`aside`) beside it. */
export function CustomerForm({ customer, aside }: { customer: Customer; aside: ReactNode }) {
  const t = useAdminWords();
  const mayWrite = useCan('customer.write');
  const form = useForm({
    id: `customer.${customer.id}`,
    stored: { name: customer.name, reading: customer.reading, attributes: rowsOf(customer.attributes) },
    check: (values) => ({
      ...faults({ name: textFault(values.name, 100, null), reading: textFault(values.reading, 100, null) }),
      ...attributeFaults(values.attributes),
    }),
    save: async ({ name, reading, attributes }) => {
      const body = { name: name.trim(), reading: reading.trim(), attributes: attributesOf(attributes) };
      const saved = await call(updateCustomer, { params: { id: customer.id }, body });
      queryClient.setQueryData(keys.one(customer.id), saved);
      void queryClient.invalidateQueries({ queryKey: keys.lists });
      void queryClient.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={forms.forms}>
      <div className={css.columns}>
        <fieldset className={css.fields} disabled={!mayWrite}>
          <Section title={t('customer.person')}>
            <div className={css.pair}>
              <TextInput label={t('customer.name')} autoComplete="off" placeholder={t('customer.name_example')} {...form.text('name')} />
              <TextInput
                label={t('customer.reading')}
                autoComplete="off"
                placeholder={t('customer.reading_example')}
                {...form.text('reading')}
              />
            </div>
          </Section>
          <Section title={t('customer.attributes')} text={t('customer.attributes_text')}>
            <AttributesEditor
              rows={form.values.attributes}
              readOnly={!mayWrite}
              errorOf={(id) => form.error(`attributes.${id}`)}
              onTouch={(id) => form.touch(`attributes.${id}`)}
              onChange={(attributes) => form.set({ attributes })}
            />
          </Section>
        </fieldset>
        <div className={css.aside}>{aside}</div>
      </div>
      {mayWrite && <SaveBar form={form} />}
    </form>
  );
}
