import { shownAttributes } from '@madoguchi/contract/attribute-rules.ts';
import { createOrganization, type Organization, updateOrganization } from '@madoguchi/contract/organizations.ts';
import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { useLocale } from '../../app/locale.tsx';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { AttributeInput } from '../../conversations/fields/attribute-input.tsx';
import { labelOf } from '../../conversations/fields/fields.ts';
import { noteOrganization } from './organizations.queries.ts';

type Props = { organization: Organization | null; onClose: (saved: Organization | null) => void };

/** A new organization, or one that is there: its names, whose mail belongs to it, and what is known of it. */
export function OrganizationDialog({ organization, onClose }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const { data } = useQuery(attributesQuery);
  const form = useForm({
    id: null,
    stored: {
      name: organization?.name ?? '',
      reading: organization?.reading ?? '',
      domains: organization?.domains ?? [],
      note: organization?.note ?? '',
      attributes: organization?.attributes ?? {},
    },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name, reading, note, ...rest }) => {
      const body = { ...rest, name: name.trim(), reading: reading.trim(), note: note.trim() };
      const saved = organization
        ? await call(updateOrganization, { params: { id: organization.id }, body })
        : await call(createOrganization, { body });
      noteOrganization(saved);
      onClose(saved);
    },
  });
  const { values, set } = form;
  const defined = shownAttributes(data?.items.filter(({ subject }) => subject === 'organization') ?? [], values.attributes, null);
  const setAttribute = (key: string, value: string) =>
    set({ attributes: Object.fromEntries(Object.entries({ ...values.attributes, [key]: value }).filter(([, text]) => text !== '')) });
  return (
    <FormDialog
      title={t(organization ? 'organizations.edit' : 'organizations.new')}
      submit={t(organization ? 'form.save' : 'organizations.create')}
      form={form}
      onClose={() => onClose(null)}
      size={560}
    >
      <TextInput label={t('organizations.name')} autoComplete="off" data-autofocus {...form.text('name')} />
      <TextInput
        label={t('organizations.reading')}
        description={t('organizations.reading_help')}
        autoComplete="off"
        maxLength={100}
        {...form.text('reading')}
      />
      <TagsInput
        label={t('organizations.domains')}
        description={t('organizations.domains_help')}
        placeholder={values.domains.length === 0 ? 'example.co.jp' : ''}
        maxTags={20}
        value={values.domains}
        onChange={(domains) => set({ domains })}
      />
      {defined.map((one) => (
        <AttributeInput
          key={one.key}
          definition={one}
          label={labelOf(one, locale)}
          labelled
          value={values.attributes[one.key] ?? ''}
          onChange={(value) => setAttribute(one.key, value)}
        />
      ))}
      <Textarea label={t('organizations.note')} autosize minRows={3} maxRows={10} maxLength={5000} {...form.text('note')} />
    </FormDialog>
  );
}
