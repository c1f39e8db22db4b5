import type { Locale } from '@madoguchi/contract/common.ts';
import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { Input, SegmentedControl, Switch, Textarea } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './surveys-section.module.css';

const LONGEST = 300;

type Form = {
  values: SurveySettings;
  set: (patch: Partial<SurveySettings>) => void;
  touch: (path: string) => void;
  error: (path: string) => string | undefined;
};
type Props = { form: Form; language: Locale; setLanguage: (language: Locale) => void };

/** The scale, and what is said before and after the rating, a language at a time. */
export function WordsFields({ form: { values, set, touch, error }, language, setLanguage }: Props) {
  const t = useAdminWords();
  const { question, comment, thanks } = values;
  const field = (name: string, text: SurveySettings['question'], change: (text: SurveySettings['question']) => void) => ({
    value: text[language],
    maxLength: LONGEST,
    autosize: true,
    minRows: 1,
    error: error(`${name}.${language}`) ?? error(`${name}.${language === 'ja' ? 'en' : 'ja'}`),
    onBlur: () => touch(`${name}.${language}`),
    onChange: (event: { currentTarget: { value: string } }) => change({ ...text, [language]: event.currentTarget.value }),
  });
  return (
    <div className={css.group}>
      <Input.Wrapper label={t('survey.scale')} labelElement="div">
        <SegmentedControl
          mt={4}
          display="flex"
          w="fit-content"
          aria-label={t('survey.scale')}
          data={[
            { value: 'five', label: t('survey.scale_five') },
            { value: 'two', label: t('survey.scale_two') },
          ]}
          value={values.scale}
          onChange={(scale) => set({ scale: scale as SurveySettings['scale'] })}
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('survey.language')} labelElement="div">
        <SegmentedControl
          mt={4}
          display="flex"
          w="fit-content"
          aria-label={t('survey.language')}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
          value={language}
          onChange={(value) => setLanguage(value as Locale)}
        />
      </Input.Wrapper>
      <Textarea label={t('survey.question')} {...field('question', question, (text) => set({ question: text }))} />
      <Switch
        checked={comment.ask}
        onChange={(event) => set({ comment: { ...comment, ask: event.currentTarget.checked } })}
        label={t('survey.ask_comment')}
        description={t('survey.comment_hint')}
      />
      {comment.ask && (
        <Textarea label={t('survey.comment_text')} {...field('comment', comment.text, (text) => set({ comment: { ...comment, text } }))} />
      )}
      <Textarea label={t('survey.thanks')} {...field('thanks', thanks, (text) => set({ thanks: text }))} />
    </div>
  );
}
