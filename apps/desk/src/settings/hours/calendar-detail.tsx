import type { Calendar } from '@madoguchi/contract/calendars.ts';
import type { Workspace } from '@madoguchi/contract/workspaces.ts';
import { Button, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import { brandsQuery } from '../brands/brands.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import { timeZones } from '../workspace/time-zones.ts';
import { CalendarPreview } from './calendar-preview.tsx';
import { addCalendar, changeCalendar, dropCalendar } from './calendars.queries.ts';
import { HoursFields } from './hours-fields.tsx';
import css from './hours-section.module.css';
import { type HoursValues, hoursFaults, hoursOf, valuesOf } from './hours-values.ts';

type Values = HoursValues & Calendar['uses'] & { name: string; timezone: string };

/** One calendar: whom it is for, its hours, and what they mean for the coming weeks. */
export function CalendarDetail({ calendar, workspace }: { calendar: Calendar; workspace: Workspace }) {
  const t = useAdminWords();
  const { id, name, timezone, hours, uses } = calendar;
  const form = useForm<Values>({
    id: `settings.calendar.${id}`,
    stored: { ...valuesOf(hours), ...uses, name, timezone: timezone ?? '' },
    check: (values) => ({ ...hoursFaults(values), ...faults({ name: textFault(values.name, 100) }) }),
    refusals: { 'workspace.timezone_unknown': { path: 'timezone', word: 'fault.refused' } },
    save: ({ contracts, inboxIds, brandIds, ...values }) =>
      changeCalendar(id, {
        name: values.name.trim(),
        timezone: values.timezone || null,
        hours: hoursOf(values),
        uses: { contracts, inboxIds, brandIds },
      }),
  });
  const locale = useLocale();
  const { values, set } = form;
  const zone = values.timezone || workspace.timezone;
  const inboxes = useQuery(inboxesQuery).data?.items ?? [];
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const choices = (items: readonly { id: string; name: string }[]) => items.map((one) => ({ value: one.id, label: one.name }));
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <div className={css.pair}>
        <TextInput label={t('hours.calendar_name')} maxLength={100} {...form.text('name')} />
        <Select
          label={t('hours.zone')}
          searchable
          allowDeselect={false}
          data={[{ value: '', label: t('hours.zone_same', { timezone: workspace.timezone }) }, ...timeZones(locale, workspace.timezone)]}
          value={values.timezone}
          error={form.error('timezone')}
          onChange={(chosen) => set({ timezone: chosen ?? '' })}
        />
      </div>
      <Section title={t('hours.uses')} text={t('hours.uses_text')}>
        <div className={css.stack}>
          <TagsInput
            label={t('hours.contracts')}
            description={t('hours.contracts_help')}
            value={values.contracts}
            onChange={(contracts) => set({ contracts })}
          />
          <div className={css.pair}>
            <MultiSelect
              label={t('hours.uses_inboxes')}
              data={choices(inboxes)}
              value={values.inboxIds}
              onChange={(inboxIds) => set({ inboxIds })}
              hidePickedOptions
            />
            <MultiSelect
              label={t('hours.uses_brands')}
              data={choices(brands)}
              value={values.brandIds}
              onChange={(brandIds) => set({ brandIds })}
              hidePickedOptions
            />
          </div>
        </div>
      </Section>
      <HoursFields form={form} timezone={zone} />
      <CalendarPreview values={values} timezone={zone} />
      <Remove calendar={calendar} />
      <SaveBar form={form} />
    </form>
  );
}

/** Gone at once, and back again with one press. */
function Remove({ calendar }: { calendar: Calendar }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const { id, ...wish } = calendar;
  const removing = useMutation({
    mutationFn: () => dropCalendar(id),
    onSuccess: () => {
      void navigate({ to: '/settings/$', params: { _splat: 'hours' } });
      tellWithUndo(t('hours.told_removed', { name: wish.name }), { label: t('undo'), undo: () => void addCalendar(wish) });
    },
  });
  return (
    <Section title={t('hours.remove_calendar')} text={t('hours.remove_calendar_text')}>
      <Button
        variant="default"
        loading={removing.isPending}
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={() => removing.mutate()}
      >
        {t('hours.remove_calendar')}
      </Button>
    </Section>
  );
}
