import { Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LanguageField } from '../../admin/language-field.tsx';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { timeZones } from './time-zones.ts';
import css from './workspace-section.module.css';
import type { WorkspaceFormState } from './workspace-section.tsx';

const undoChoices = [0, 5, 10, 20, 30];

/** Who we are and how the desk itself works. */
export function WorkspaceFields({ form }: { form: WorkspaceFormState }) {
  const t = useAdminWords();
  const locale = useLocale();
  const id = useId();
  const zones = useMemo(() => timeZones(locale, form.values.timezone), [locale, form.values.timezone]);
  const seconds = form.values.undoSendSeconds;
  return (
    <Section title={t('workspace.desk')}>
      <div className={css.fields}>
        <TextInput label={t('workspace.name')} description={t('workspace.name_help')} maxLength={100} {...form.text('name')} />
        <LanguageField
          label={t('workspace.language')}
          description={t('workspace.language_help')}
          value={form.values.locale}
          onChange={(chosen) => form.set({ locale: chosen })}
        />
        <Select
          label={t('workspace.timezone')}
          description={t('workspace.timezone_help')}
          searchable
          allowDeselect={false}
          limit={60}
          data={zones}
          value={form.values.timezone}
          error={form.error('timezone')}
          nothingFoundMessage={t('workspace.timezone_none')}
          onChange={(timezone) => timezone && form.set({ timezone })}
        />
        <Input.Wrapper label={t('workspace.undo')} description={t('workspace.undo_help')} labelElement="div" labelProps={{ id }}>
          <div>
            <SegmentedControl
              aria-labelledby={id}
              className={css.wide}
              value={String(seconds)}
              onChange={(value) => form.set({ undoSendSeconds: Number(value) })}
              data={[...new Set([...undoChoices, seconds])]
                .sort((a, b) => a - b)
                .map((value) => ({
                  value: String(value),
                  label: value === 0 ? t('workspace.undo_off') : t('span.seconds', { count: value }),
                }))}
            />
          </div>
        </Input.Wrapper>
      </div>
    </Section>
  );
}
