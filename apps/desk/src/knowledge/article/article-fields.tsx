import { Autocomplete, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faultAt } from '../../admin/faults.ts';
import forms from '../../admin/forms.module.css';
import { LanguageField } from '../../admin/language-field.tsx';
import { summaryQuery } from '../knowledge.queries.ts';
import { AnswerField } from './answer-field.tsx';
import css from './article-fields.module.css';
import { ExamplesField } from './examples-field.tsx';
import type { ArticleEditor } from './use-article-editor.ts';

type Props = {
  editor: ArticleEditor;
  /** The first save is under way, after which the article has an address of its own. */
  creating: boolean;
  isInternal: boolean;
};

/** Everything an editor writes. */
export function ArticleFields({ editor, creating, isInternal }: Props) {
  const t = useAdminWords();
  const { fields, set, faults } = editor;
  const summary = useQuery(summaryQuery);
  const faultOf = (name: string) => {
    const fault = faultAt(faults, name);
    return fault && t(fault.word, fault.values);
  };
  return (
    <fieldset className={`${forms.forms} ${css.fields}`} disabled={creating}>
      <Textarea
        label={t('field.question')}
        description={t(isInternal ? 'field.question_help_internal' : 'field.question_help')}
        placeholder={t('field.question_example')}
        autosize
        minRows={1}
        maxRows={4}
        size="md"
        value={fields.question}
        error={faultOf('question')}
        onChange={(event) => set({ question: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <AnswerField
        value={fields.answer}
        lang={fields.locale}
        disabled={creating}
        error={faultOf('answer')}
        onChange={(answer) => set({ answer })}
      />
      <ExamplesField
        examples={fields.examples}
        help={t(isInternal ? 'field.examples_help_internal' : 'field.examples_help')}
        error={faultOf('examples')}
        onChange={(examples) => set({ examples })}
      />
      <div className={css.pair}>
        <Autocomplete
          label={t('field.category')}
          description={t(isInternal ? 'field.category_help_internal' : 'field.category_help')}
          placeholder={t('field.category_example')}
          data={summary.data?.categories.map(({ name }) => name) ?? []}
          value={fields.category}
          error={faultOf('category')}
          onChange={(category) => set({ category })}
        />
        <LanguageField label={t('field.language')} value={fields.locale} onChange={(locale) => set({ locale })} />
      </div>
    </fieldset>
  );
}
