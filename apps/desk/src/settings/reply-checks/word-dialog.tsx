import type { CompanyWord } from '@madoguchi/contract/reply-checks.ts';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { saveWord, type WordBody, wordBodyOf } from './reply-checks.queries.ts';

/** A word that the company does not want said: a new one, or one that is there. */
export function WordDialog({ word, onClose }: { word: CompanyWord | null; onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm<WordBody>({
    id: null,
    stored: word ? wordBodyOf(word) : { word: '', instead: '', remark: '', weight: 'warning' },
    check: (values) => faults({ word: textFault(values.word, 60) }),
    refusals: { 'company_word.taken': { path: 'word', word: 'fault.word_taken' } },
    save: async (values) => {
      await saveWord(word?.id ?? null, values);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(word ? 'checks.edit_word' : 'checks.new_word')}
      submit={t(word ? 'form.save' : 'checks.add')}
      form={form}
      onClose={onClose}
    >
      <TextInput label={t('checks.word')} placeholder={t('checks.word_example')} autoComplete="off" data-autofocus {...form.text('word')} />
      <TextInput
        label={t('checks.instead')}
        placeholder={t('checks.instead_example')}
        autoComplete="off"
        maxLength={60}
        {...form.text('instead')}
      />
      <TextInput
        label={t('checks.remark')}
        placeholder={t('checks.remark_example')}
        autoComplete="off"
        maxLength={200}
        {...form.text('remark')}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('checks.weight')}
        value={form.values.weight}
        data={[
          { value: 'warning', label: t('checks.weight_warning') },
          { value: 'hint', label: t('checks.weight_hint') },
        ]}
        onChange={(weight) => form.set({ weight: weight === 'hint' ? 'hint' : 'warning' })}
      />
    </FormDialog>
  );
}
