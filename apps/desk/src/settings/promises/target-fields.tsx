import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { PolicyTarget, Promised } from '@madoguchi/contract/promises.ts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import type { PolicyFormParts } from './condition-fields.tsx';
import { DueExamples } from './due-examples.tsx';
import { durationText, typedMinutes } from './duration.ts';
import { PRIORITIES, PROMISES, targetOf } from './policy-values.ts';
import { priorityWords, promiseWords } from './promise-words.ts';
import css from './promises.module.css';

/** How soon, for each promise and priority, with examples of what that means. */
export function TargetFields({ form }: { form: PolicyFormParts }) {
  return (
    <div className={css.targets}>
      {PROMISES.map((promise) => (
        <Target key={promise} promise={promise} form={form} />
      ))}
    </div>
  );
}

function Target({ promise, form: { values, set, touch, error } }: { promise: Promised; form: PolicyFormParts }) {
  const t = useAdminWords();
  const locale = useLocale();
  const typed = values.targets[promise];
  const change = (next: Partial<typeof typed>) => set({ targets: { ...values.targets, [promise]: { ...typed, ...next } } });
  const path = `targets.${promise}`;
  const settle = (priority: Priority) => {
    const minutes = typedMinutes(typed.minutes[priority]);
    if (minutes !== null) change({ minutes: { ...typed.minutes, [priority]: durationText(minutes, locale) } });
    touch(path);
  };
  const fault = error(path);
  const target = targetOf(typed);
  return (
    <fieldset className={css.target}>
      <legend>{t(promiseWords[promise])}</legend>
      <div className={css.times}>
        {PRIORITIES.map((priority) => (
          <TextInput
            key={priority}
            label={t(priorityWords[priority])}
            placeholder="—"
            value={typed.minutes[priority]}
            error={Boolean(fault) && typed.minutes[priority].trim() !== '' && typedMinutes(typed.minutes[priority]) === null}
            onChange={(event) => change({ minutes: { ...typed.minutes, [priority]: event.currentTarget.value } })}
            onBlur={() => settle(priority)}
          />
        ))}
        <NativeSelect
          label={t('promise.time')}
          data={[
            { value: 'business', label: t('promise.time_business') },
            { value: 'calendar', label: t('promise.time_calendar') },
          ]}
          value={typed.time}
          onChange={(event) => change({ time: event.currentTarget.value as PolicyTarget['time'] })}
        />
      </div>
      {fault && (
        <p className={css.error} role="alert">
          {fault}
        </p>
      )}
      {target ? <DueExamples target={target} /> : <p className={css.examples}>{t('promise.not_promised')}</p>}
    </fieldset>
  );
}
