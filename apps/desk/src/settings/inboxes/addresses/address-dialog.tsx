import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { emailFault, faults, textFault } from '../../../admin/faults.ts';
import { useForm } from '../../../admin/form.ts';
import { FormDialog } from '../../../admin/form-dialog.tsx';
import { LanguageField } from '../../../admin/language-field.tsx';
import { useLocale } from '../../../app/locale.tsx';
import { type AddressForm, addressOf, formOfAddress } from './address-form.ts';
import css from './addresses.module.css';
import { saveAddresses } from './addresses.queries.ts';

type Props = { inboxId: string; items: readonly MailAddress[]; editing: MailAddress | null; onClose: () => void };

/** A new address, or the words of one that is there. What is left empty is said as the inbox's settings say. */
export function AddressDialog({ inboxId, items, editing, onClose }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const [language, setLanguage] = useState(locale);
  const taken = items.filter((one) => one !== editing).map(({ address }) => address.toLowerCase());
  const form = useForm<AddressForm>({
    id: null,
    stored: formOfAddress(editing),
    check: (values) =>
      faults({
        address: taken.includes(values.address.trim().toLowerCase()) ? { word: 'fault.address_doubled' } : emailFault(values.address),
        name: textFault(values.name, 100, null),
        signature: textFault(values.signature, 5000, null),
        subjectJa: textFault(values.subjectJa, 200, null),
        textJa: textFault(values.textJa, 5000, values.subjectJa.trim() === '' ? null : 'fault.acknowledgement_text'),
        subjectEn: textFault(values.subjectEn, 200, null),
        textEn: textFault(values.textEn, 5000, values.subjectEn.trim() === '' ? null : 'fault.acknowledgement_text'),
      }),
    refusals: { 'addresses.doubled': { path: 'address', word: 'fault.address_doubled' } },
    save: async (values) => {
      const changed = addressOf(values);
      await saveAddresses(inboxId, editing ? items.map((one) => (one === editing ? changed : one)) : [...items, changed]);
      onClose();
    },
  });
  const [subject, text] = language === 'ja' ? (['subjectJa', 'textJa'] as const) : (['subjectEn', 'textEn'] as const);
  return (
    <FormDialog
      title={t(editing ? 'addresses.edit' : 'addresses.add')}
      submit={t(editing ? 'form.save' : 'addresses.add_now')}
      form={form}
      onClose={onClose}
      size={600}
    >
      <TextInput
        label={t('addresses.address')}
        type="email"
        inputMode="email"
        autoComplete="off"
        data-autofocus={editing ? undefined : true}
        {...form.text('address')}
      />
      <TextInput label={t('addresses.name')} description={t('addresses.empty_help')} autoComplete="off" {...form.text('name')} />
      <Textarea
        label={t('addresses.signature')}
        description={t('addresses.empty_help')}
        autosize
        minRows={3}
        maxRows={8}
        {...form.text('signature')}
      />
      <fieldset className={css.acknowledgement}>
        <legend>{t('addresses.acknowledgement')}</legend>
        <p className={css.help}>{t('addresses.acknowledgement_help')}</p>
        <LanguageField label={t('addresses.language')} value={language} onChange={setLanguage} />
        <TextInput key={subject} lang={language} label={t('addresses.subject')} autoComplete="off" {...form.text(subject)} />
        <Textarea key={text} lang={language} label={t('addresses.body')} autosize minRows={5} maxRows={12} {...form.text(text)} />
      </fieldset>
    </FormDialog>
  );
}
