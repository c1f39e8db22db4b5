import type { FlowCondition } from '@madoguchi/contract/flows.ts';
import { Select, TextInput } from '@mantine/core';
import { type AdminWords, useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { namesIn } from '../plan/new-step.ts';
import { tellCondition } from '../plan/tell.ts';
import css from './panel.module.css';

type Answer = Extract<FlowCondition, { on: 'answer' }>;

const tests = ['filled', 'equals', 'contains', 'more_than', 'less_than'] as const;

const fixed: Record<Exclude<FlowCondition['on'], 'answer'>, readonly FlowCondition[]> = {
  hours: [
    { on: 'hours', open: true },
    { on: 'hours', open: false },
  ],
  channel: [
    { on: 'channel', channel: 'chat' },
    { on: 'channel', channel: 'form' },
  ],
  language: [
    { on: 'language', locale: 'ja' },
    { on: 'language', locale: 'en' },
  ],
  customer: [
    { on: 'customer', has: 'email' },
    { on: 'customer', has: 'phone' },
    { on: 'customer', has: 'proved_identity' },
  ],
};
const kinds = ['answer', 'hours', 'channel', 'language', 'customer'] as const;

type Props = { when: FlowCondition; onChange: (when: FlowCondition, typing?: boolean) => void };

/** One condition: first what is looked at, then what it has to be. */
export function ConditionFields({ when, onChange }: Props) {
  const t = useAdminWords();
  const names = namesIn(useFlow().plan);
  const begin = (on: FlowCondition['on']) =>
    onChange(on === 'answer' ? { on, field: names[0] ?? 'answer', is: 'filled', value: '' } : fixed[on][0]!);
  return (
    <>
      <Select
        label={t('flows.on')}
        allowDeselect={false}
        value={when.on}
        data={kinds.map((on) => ({ value: on, label: t(`flows.on_${on}`) }))}
        onChange={(on) => on && on !== when.on && begin(on as FlowCondition['on'])}
      />
      {when.on === 'answer' ? (
        <AnswerCondition when={when} names={names} onChange={onChange} />
      ) : (
        <Choices t={t} when={when} choices={fixed[when.on]} onChange={onChange} />
      )}
    </>
  );
}

function Choices({ t, when, choices, onChange }: Props & { t: AdminWords; choices: readonly FlowCondition[] }) {
  const keyOf = (condition: FlowCondition) => Object.values(condition).join(' ');
  return (
    <Select
      aria-label={t('flows.is')}
      allowDeselect={false}
      value={keyOf(when)}
      data={choices.map((choice) => ({ value: keyOf(choice), label: tellCondition(t, choice) }))}
      onChange={(value) => onChange(choices.find((choice) => keyOf(choice) === value) ?? when)}
    />
  );
}

type AnswerProps = { when: Answer; names: readonly string[]; onChange: Props['onChange'] };

function AnswerCondition({ when, names, onChange }: AnswerProps) {
  const t = useAdminWords();
  const choices = names.includes(when.field) ? names : [when.field, ...names];
  return (
    <>
      <div className={css.pair}>
        <Select
          aria-label={t('flows.which_answer')}
          allowDeselect={false}
          value={when.field}
          data={choices}
          onChange={(field) => field && onChange({ ...when, field })}
        />
        <Select
          aria-label={t('flows.is')}
          allowDeselect={false}
          value={when.is}
          data={tests.map((is) => ({ value: is, label: t(`flows.is_${is}`) }))}
          onChange={(is) => onChange({ ...when, is: tests.find((one) => one === is) ?? 'filled' })}
        />
      </div>
      {when.is !== 'filled' && (
        <TextInput
          label={t('flows.value')}
          maxLength={200}
          value={when.value}
          inputMode={when.is === 'more_than' || when.is === 'less_than' ? 'decimal' : 'text'}
          onChange={(event) => onChange({ ...when, value: event.currentTarget.value }, true)}
        />
      )}
      {names.length === 0 && <p className={css.hint}>{t('flows.no_answers')}</p>}
    </>
  );
}
