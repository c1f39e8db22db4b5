import type { ChoiceField, Condition } from '@madoguchi/contract/automation-conditions.ts';
import { MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import css from './automation.module.css';
import { kindOf } from './condition-kinds.ts';
import { useChoices } from './use-choices.ts';
import { weekdayNames } from './weekdays.ts';

type Props = { condition: Condition; onChange: (condition: Condition) => void; error: string | undefined };
const splitChars = [',', '、', '，'];

/** The end of the sentence: what the field is compared with. */
export function ConditionValue({ condition, onChange, error }: Props) {
  const t = useAdminWords();
  const weekdays = weekdayNames(useLocale());
  const label = t('automation.values');
  if (condition.field === 'weekday')
    return (
      <MultiSelect
        aria-label={label}
        error={error}
        data={weekdays.map((name, day) => ({ value: String(day), label: name }))}
        value={condition.of.map(String)}
        onChange={(days) => onChange({ ...condition, of: days.map(Number).sort() })}
      />
    );
  if (condition.field === 'time') return <TimeEnds condition={condition} onChange={onChange} />;
  if (condition.field === 'messages' || condition.field === 'waiting_minutes' || condition.field === 'survey_score') {
    const end = (at: 'from' | 'to') => ({
      'aria-label': t(`automation.${at}`),
      placeholder: t(`automation.${at}`),
      min: 0,
      max: 1_000_000,
      allowDecimal: false,
      clampBehavior: 'strict' as const,
      value: condition[at] ?? '',
      onChange: (typed: string | number) => onChange({ ...condition, [at]: typeof typed === 'number' ? typed : null }),
    });
    return (
      <div className={css.ends}>
        <NumberInput {...end('from')} error={error} />
        <span aria-hidden>–</span>
        <NumberInput {...end('to')} error={error !== undefined} />
      </div>
    );
  }
  if ('name' in condition)
    return (
      <div className={css.named}>
        <TextInput
          aria-label={t('automation.name_of')}
          placeholder={t('automation.name_of')}
          maxLength={100}
          error={error}
          value={condition.name}
          onChange={(event) => onChange({ ...condition, name: event.currentTarget.value })}
        />
        <Words label={t('automation.any_value')} condition={condition} onChange={onChange} />
      </div>
    );
  if (!('of' in condition)) return null;
  if (kindOf(condition.field) === 'words' || condition.field === 'customer_tag')
    return <Words label={t('automation.words_hint')} condition={condition} onChange={onChange} error={error} />;
  return <Choices condition={condition as Chosen} onChange={onChange} error={error} />;
}

type Listed = Extract<Condition, { of: string[] }>;
type Chosen = Extract<Condition, { field: ChoiceField }>;

function Words({
  label,
  condition,
  onChange,
  error,
}: {
  label: string;
  condition: Listed;
  onChange: Props['onChange'];
  error?: string | undefined;
}) {
  return (
    <TagsInput
      aria-label={label}
      placeholder={condition.of.length === 0 ? label : undefined}
      splitChars={splitChars}
      maxTags={30}
      error={error}
      value={condition.of}
      onChange={(of) => onChange({ ...condition, of })}
      acceptValueOnBlur
    />
  );
}

function Choices({ condition, onChange, error }: { condition: Chosen; onChange: Props['onChange']; error: string | undefined }) {
  const t = useAdminWords();
  const known = useChoices(new Set([condition.field]));
  const choices = known.choices(condition.field);
  const change = (of: string[]) => onChange({ ...condition, of });
  if (condition.field === 'tag')
    return (
      <TagsInput
        aria-label={t('automation.values')}
        placeholder={condition.of.length === 0 ? t('automation.words_hint') : undefined}
        data={choices.map(({ value }) => value)}
        splitChars={splitChars}
        error={error}
        value={condition.of}
        onChange={change}
        acceptValueOnBlur
      />
    );
  // What is not there any more stays visible until somebody takes it out.
  const gone = condition.of
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: known.nameOf(condition.field, value) }));
  return (
    <MultiSelect
      aria-label={t('automation.values')}
      placeholder={condition.of.length === 0 ? t('automation.fault_values') : undefined}
      data={[...choices, ...gone]}
      searchable={choices.length > 8}
      hidePickedOptions
      error={error}
      value={condition.of}
      onChange={change}
    />
  );
}

function TimeEnds({ condition, onChange }: { condition: Extract<Condition, { field: 'time' }>; onChange: Props['onChange'] }) {
  const t = useAdminWords();
  const end = (at: 'from' | 'to') => (
    <TextInput
      type="time"
      aria-label={t(`automation.time_${at}`)}
      value={condition[at]}
      onChange={(event) => event.currentTarget.value && onChange({ ...condition, [at]: event.currentTarget.value })}
    />
  );
  return (
    <div className={css.ends}>
      {end('from')}
      <span aria-hidden>–</span>
      {end('to')}
    </div>
  );
}
