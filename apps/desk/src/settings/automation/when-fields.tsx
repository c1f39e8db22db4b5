import { type RuleEvent, type RuleSince, ruleEvent, ruleSince } from '@madoguchi/contract/automation.ts';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { eventWhen, type RuleValues, timerWhen } from './rule-values.ts';

type Form = {
  values: RuleValues;
  set: (patch: Partial<RuleValues>) => void;
  touch: (path: string) => void;
  error: (path: string) => string | undefined;
};

/** What a rule is about: an event, or a time since something. */
export function WhenFields({ form: { values, set, touch, error } }: { form: Form }) {
  const t = useAdminWords();
  const { when } = values;
  return (
    <div className={css.when}>
      <SegmentedControl
        aria-label={t('automation.when')}
        data={(['event', 'timer'] as const).map((kind) => ({ value: kind, label: t(`automation.kind.${kind}`) }))}
        value={when.kind}
        onChange={(kind) => kind !== when.kind && set({ when: kind === 'event' ? eventWhen : timerWhen })}
      />
      {when.kind === 'event' ? (
        <Select
          label={t('automation.event')}
          maw={420}
          allowDeselect={false}
          maxDropdownHeight={400}
          data={ruleEvent.options.map((event) => ({ value: event, label: t(`automation.event.${event}`) }))}
          value={when.event}
          onChange={(event) => set({ when: { kind: 'event', event: event as RuleEvent } })}
        />
      ) : (
        <>
          <div className={css.timer}>
            <Select
              label={t('automation.since')}
              allowDeselect={false}
              data={ruleSince.options.map((since) => ({ value: since, label: t(`automation.since.${since}`) }))}
              value={when.since}
              onChange={(since) => set({ when: { ...when, since: since as RuleSince } })}
            />
            <TextInput
              label={t('automation.after')}
              placeholder={t('automation.after_example')}
              autoComplete="off"
              error={error('after')}
              value={values.after}
              onChange={(event) => set({ after: event.currentTarget.value })}
              onBlur={() => touch('after')}
            />
            <Select
              label={t('automation.time')}
              allowDeselect={false}
              data={(['calendar', 'business'] as const).map((time) => ({ value: time, label: t(`automation.time.${time}`) }))}
              value={when.time}
              onChange={(time) => set({ when: { ...when, time: time as 'calendar' | 'business' } })}
            />
          </div>
          <p className={css.note}>{t('automation.timer_note')}</p>
        </>
      )}
    </div>
  );
}
