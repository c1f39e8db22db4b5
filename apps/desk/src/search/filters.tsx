import { Button, Checkbox, Popover, Select, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { listInboxes } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useChannelWords } from '../channels/channel-words.ts';
import { agentsQuery } from '../conversations/conversations.queries.ts';
import css from './search-page.module.css';
import { isNarrowed, type Period, periods, type SearchParams } from './search-params.ts';

type Props = { search: SearchParams; onChange: (change: Partial<SearchParams>) => void; onClear: () => void };

/** When, over what and with whom: each narrows the conversations at once. */
export function Filters({ search, onChange, onClear }: Props) {
  const t = useAdminWords();
  const channelWords = useChannelWords();
  const inboxes = useQuery({ queryKey: ['inboxes'], queryFn: () => call(listInboxes, {}), staleTime: 60_000 }).data?.items ?? [];
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const channels = [...new Set(inboxes.map(({ channel }) => channel))];
  // The first field has the focus when the conditions open, and must not cover them with its choices.
  const inPopover = { comboboxProps: { withinPortal: false }, openOnFocus: false };
  return (
    <>
      <Select
        className={css.period}
        aria-label={t('search.period')}
        allowDeselect={false}
        data={periods.map((one) => ({ value: one, label: t(`search.period.${one}`) }))}
        value={search.period ?? 'any'}
        onChange={(period) => onChange({ period: period === 'any' ? undefined : (period as Period), from: undefined, to: undefined })}
      />
      {search.period === 'days' && (
        <span className={css.days}>
          <TextInput
            type="date"
            aria-label={t('search.from')}
            max={search.to}
            value={search.from ?? ''}
            onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="date"
            aria-label={t('search.to')}
            min={search.from}
            value={search.to ?? ''}
            onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
          />
        </span>
      )}
      <Popover position="bottom-end" width={300} trapFocus withinPortal>
        <Popover.Target>
          <Button variant="default" leftSection={<IconFilter size={16} stroke={1.6} />}>
            {t('search.filter')}
            {countOf(search) > 0 && <span className={css.badge}>{countOf(search)}</span>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={`${forms.forms} ${css.conditions}`}>
            <Select
              {...inPopover}
              label={t('search.agent')}
              clearable
              searchable
              data={agents.map(({ id, name }) => ({ value: id, label: name }))}
              value={search.agent ?? null}
              onChange={(agent) => onChange({ agent: agent ?? undefined })}
            />
            <Select
              {...inPopover}
              label={t('search.channel')}
              clearable
              data={channels.map((one) => ({ value: one, label: channelWords.name(one) }))}
              value={search.channel ?? null}
              onChange={(channel) => onChange({ channel: channel ?? undefined })}
            />
            <Select
              {...inPopover}
              label={t('search.inbox')}
              clearable
              searchable
              data={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
              value={search.inbox ?? null}
              onChange={(inbox) => onChange({ inbox: inbox ?? undefined })}
            />
            <Checkbox
              label={t('search.spam')}
              checked={search.spam ?? false}
              onChange={(event) => onChange({ spam: event.currentTarget.checked || undefined })}
            />
          </div>
        </Popover.Dropdown>
      </Popover>
      {isNarrowed(search) && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('search.clear_filters')}
        </Button>
      )}
    </>
  );
}

const countOf = ({ agent, channel, inbox, spam }: SearchParams): number => [agent, channel, inbox, spam].filter(Boolean).length;
