import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { agentsQuery } from '../conversations/conversations.queries.ts';
import { inboxesQuery } from '../settings/settings.queries.ts';
import { PERIODS, type SurveySearch } from './survey-search.ts';
import css from './surveys.module.css';
import { DAYS } from './surveys.queries.ts';

/** Which answers: of what time, inbox and agent, and those with words. */
export function Filters({ search, set }: { search: SurveySearch; set: (change: Partial<SurveySearch>) => void }) {
  const t = useAdminWords();
  const inboxes = useQuery(inboxesQuery);
  const agents = useQuery(agentsQuery);
  const named = (items: readonly { id: string; name: string }[] = []) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <search className={css.filters}>
      <SegmentedControl
        aria-label={t('surveys.period')}
        data={PERIODS.map((count) => ({ value: String(count), label: t('surveys.days', { count }) }))}
        value={String(search.days ?? DAYS)}
        onChange={(value) => set({ days: PERIODS.find((period) => String(period) === value && period !== DAYS) })}
      />
      <Select
        className={css.select}
        aria-label={t('surveys.inbox')}
        placeholder={t('surveys.every_inbox')}
        data={named(inboxes.data?.items)}
        value={search.inbox ?? null}
        onChange={(value) => set({ inbox: value ?? undefined })}
        clearable
        searchable
      />
      <Select
        className={css.select}
        aria-label={t('surveys.agent')}
        placeholder={t('surveys.every_agent')}
        data={[{ value: 'bot', label: t('surveys.bot') }, ...named(agents.data?.items)]}
        value={search.agent ?? null}
        onChange={(value) => set({ agent: value ?? undefined })}
        clearable
        searchable
      />
      <Checkbox
        label={t('surveys.with_comment')}
        checked={search.commented ?? false}
        onChange={(event) => set({ commented: event.currentTarget.checked || undefined })}
      />
    </search>
  );
}
