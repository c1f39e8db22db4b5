import { SegmentedControl, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { kindWord, TYPED_KINDS, type TypedKind } from './kinds.ts';
import css from './spam.module.css';
import { useAddBlock } from './spam.mutations.ts';

type Values = { kind: TypedKind; value: string; because: string };

/** Who is to be blocked, and why. */
export function BlockDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const add = useAddBlock();
  const form = useForm<Values>({
    id: null,
    stored: { kind: 'email', value: '', because: '' },
    check: ({ value }) => faults({ value: textFault(value, 254) }),
    refusals: {
      'block.invalid': { path: 'value', word: 'fault.block_invalid' },
      'block.own': { path: 'value', word: 'fault.block_own' },
      'block.everybody': { path: 'value', word: 'fault.block_everybody' },
      'block.too_many': { path: 'value', word: 'fault.block_too_many' },
    },
    save: async (values) => {
      await add(values);
      onClose();
    },
  });
  const { kind } = form.values;
  return (
    <FormDialog title={t('spam.add_title')} submit={t('spam.block')} form={form} onClose={onClose}>
      <SegmentedControl
        className={css.kinds}
        aria-label={t('spam.kind')}
        fullWidth
        value={kind}
        data={TYPED_KINDS.map((value) => ({ value, label: t(kindWord(value)) }))}
        onChange={(value) => form.set({ kind: value, value: form.values.value })}
      />
      <TextInput
        label={t('spam.value')}
        description={kind === 'domain' ? t('spam.domain_help') : undefined}
        placeholder={kind === 'domain' ? t('spam.value_example.domain') : kind === 'email' ? t('spam.value_example.email') : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        {...form.text('value')}
      />
      <TextInput
        label={t('spam.because')}
        placeholder={t('spam.because_example')}
        autoComplete="off"
        maxLength={200}
        {...form.text('because')}
      />
    </FormDialog>
  );
}
