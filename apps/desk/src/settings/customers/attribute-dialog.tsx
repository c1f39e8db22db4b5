import { type AttributeDefinition, type AttributeKind, createAttribute, updateAttribute } from '@madoguchi/contract/attributes.ts';
import { Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { ConditionRows } from './condition-rows.tsx';
import css from './customers-section.module.css';

const KINDS: AttributeKind[] = ['text', 'long_text', 'number', 'date', 'choice', 'choices', 'yes_no', 'link'];
const hasChoices = (kind: AttributeKind) => kind === 'choice' || kind === 'choices';
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
    stored: {
      label: attribute?.label ?? '',
      labelEn: attribute?.labelEn ?? '',
      help: attribute?.help ?? '',
      kind: attribute?.kind ?? ('text' as AttributeKind),
      choices: attribute?.choices ?? [],
      required: attribute?.required ?? false,
      shownWhen: attribute?.shownWhen ?? [],
      requiredWhen: attribute?.requiredWhen ?? [],
      helpEn: attribute?.helpEn ?? '',
    },
    check: ({ label, kind, choices, shownWhen, requiredWhen }) => ({
      ...faults({ label: textFault(label, 50) }),
      ...(hasChoices(kind) && choices.length === 0 ? { choices: { word: 'attributes.choices_missing' as const } } : {}),
      ...([...shownWhen, ...requiredWhen].some(({ oneOf }) => oneOf.length === 0)
        ? { shownWhen: { word: 'attributes.condition_empty' as const } }
        : {}),
    }),
    refusals: {
      'attribute.taken': { path: 'label', word: 'attributes.taken' },
      'attribute.condition_refused': { path: 'shownWhen', word: 'attributes.condition_refused' },
    },
    save: async ({ label, kind, ...rest }) => {
      const body = { ...rest, label: label.trim() };
      if (attribute) await call(updateAttribute, { params: { id: attribute.id }, body });
      else await call(createAttribute, { body: { ...body, subject, kind } });
      await onSaved();
      onClose();
    },
  });
  const { data } = useQuery(attributesQuery);
  const others = data?.items.filter((one) => one.subject === subject && one.id !== attribute?.id) ?? [];
  const ofConversation = subject === 'conversation';
  const titles = ofConversation
    ? (['attributes.edit_title_field', 'attributes.new_field'] as const)
    : (['attributes.edit_title', 'attributes.new'] as const);
  return (
    <FormDialog
      title={t(attribute ? titles[0] : titles[1])}
      submit={t(attribute ? 'form.save' : 'attributes.create')}
      form={form}
      onClose={onClose}
      size={560}
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
      {hasChoices(form.values.kind) && (
        <TagsInput
          label={t('attributes.choices')}
          placeholder={t('attributes.choices_example')}
          acceptValueOnBlur
          value={form.values.choices}
          error={form.error('choices')}
          onChange={(choices) => form.set({ choices })}
        />
      )}
      <TextInput
        label={t('attributes.label_en')}
        description={t('attributes.label_en_help')}
        autoComplete="off"
        maxLength={50}
        {...form.text('labelEn')}
      />
      <TextInput
        label={t('attributes.help')}
        placeholder={t('attributes.help_example')}
        autoComplete="off"
        maxLength={300}
        {...form.text('help')}
      />
      {form.values.help !== '' && <TextInput label={t('attributes.help_en')} autoComplete="off" maxLength={300} {...form.text('helpEn')} />}
      {(ofConversation || others.length > 0) && (
        <ConditionRows
          label={t('attributes.shown_when')}
          none={t('attributes.shown_always')}
          conditions={form.values.shownWhen}
          others={others}
          ofConversation={ofConversation}
          onChange={(shownWhen) => form.set({ shownWhen })}
        />
      )}
      {ofConversation && (
        <Switch
          label={t('attributes.required')}
          description={t('attributes.required_help')}
          checked={form.values.required}
          onChange={(event) => form.set({ required: event.currentTarget.checked })}
        />
      )}
      {ofConversation && form.values.required && (
        <ConditionRows
          label={t('attributes.required_when')}
          none={t('attributes.required_always')}
          conditions={form.values.requiredWhen}
          others={others}
          ofConversation
          onChange={(requiredWhen) => form.set({ requiredWhen })}
        />
      )}
      {form.error('shownWhen') && (
        <p role="alert" className={css.fault}>
          {form.error('shownWhen')}
        </p>
      )}
    </FormDialog>
  );
}
