import { type AttributeDefinition, type AttributeKind, createAttribute, updateAttribute } from '@madoguchi/contract/attributes.ts';
import { Select, TagsInput, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';

const KINDS: AttributeKind[] = ['text', 'number', 'date', 'choice', 'yes_no', 'link'];
type Props = {
  subject: AttributeDefinition['subject'];
  attribute: AttributeDefinition | null;
  onClose: () => void;
  onSaved: () => Promise<unknown>;
};

/** A new attribute, or one that is there; its kind is chosen once. */
export function AttributeDialog({ subject, attribute, onClose, onSaved }: Props) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { label: attribute?.label ?? '', kind: attribute?.kind ?? ('text' as AttributeKind), choices: attribute?.choices ?? [] },
    check: ({ label, kind, choices }) => ({
      ...faults({ label: textFault(label, 50) }),
      ...(kind === 'choice' && choices.length === 0 ? { choices: { word: 'attributes.choices_missing' as const } } : {}),
    }),
    refusals: { 'attribute.taken': { path: 'label', word: 'attributes.taken' } },
    save: async ({ label, kind, choices }) => {
      const body = { label: label.trim(), choices };
      if (attribute) await call(updateAttribute, { params: { id: attribute.id }, body });
      else await call(createAttribute, { body: { ...body, subject, kind } });
      await onSaved();
      onClose();
    },
  });
  return (
    <FormDialog
      title={attribute ? t('attributes.edit_title') : t('attributes.new')}
      submit={t(attribute ? 'form.save' : 'attributes.create')}
      form={form}
      onClose={onClose}
    >
      <TextInput
        label={t('attributes.label')}
        placeholder={t('attributes.label_example')}
        autoComplete="off"
        data-autofocus
        {...form.text('label')}
      />
      <Select
        label={t('attributes.kind')}
        disabled={attribute !== null}
        allowDeselect={false}
        data={KINDS.map((kind) => ({ value: kind, label: t(`attributes.kind_${kind}`) }))}
        value={form.values.kind}
        onChange={(kind) => kind && form.set({ kind: kind as AttributeKind })}
      />
      {form.values.kind === 'choice' && (
        <TagsInput
          label={t('attributes.choices')}
          placeholder={t('attributes.choices_example')}
          acceptValueOnBlur
          value={form.values.choices}
          error={form.error('choices')}
          onChange={(choices) => form.set({ choices })}
        />
      )}
    </FormDialog>
  );
}
