import { Checkbox, Textarea } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { ArticleSelect } from './article-select.tsx';
import { addChecked } from './checked.mutations.ts';

type Values = { question: string; articleId: string | null; none: boolean };

/** Says which article answers a question, or that none does. */
export function CheckedDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm<Values>({
    id: null,
    stored: { question: '', articleId: null, none: false },
    check: ({ question, articleId, none }) =>
      faults({
        question: question.trim() === '' ? { word: 'fault.checked_words' } : undefined,
        articleId: articleId === null && !none ? { word: 'fault.checked_article' } : undefined,
      }),
    refusals: { 'question.without_words': { path: 'question', word: 'fault.checked_words' } },
    save: async ({ question, articleId, none }) => {
      await addChecked(question.trim(), none ? null : articleId);
      onClose();
    },
  });
  const { articleId, none } = form.values;
  return (
    <FormDialog title={t('checked.new')} submit={t('checked.add')} form={form} onClose={onClose} size={560}>
      <Textarea
        label={t('checked.question')}
        description={t('checked.question_help')}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...form.text('question')}
      />
      <ArticleSelect
        value={none ? null : articleId}
        disabled={none}
        error={form.error('articleId')}
        onChange={(id) => form.set({ articleId: id })}
      />
      <Checkbox checked={none} onChange={(event) => form.set({ none: event.currentTarget.checked })} label={t('checked.no_article')} />
    </FormDialog>
  );
}
