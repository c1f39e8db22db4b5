import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { summarizeArticles } from '@madoguchi/contract/knowledge.ts';
import { CloseButton, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useStore } from '../../ui/store.ts';
import css from './filter-bar.module.css';
import { filterStore } from './list-filter.ts';
import { MarkFilter } from './mark-filter.tsx';

type Summary = OutputOf<typeof summarizeArticles>;
type Props = { summary: Summary | undefined; searchRef: RefObject<HTMLInputElement | null> };

const statuses = [
  { value: null, word: 'list.all' },
  { value: 'published', word: 'status.published' },
  { value: 'draft', word: 'status.draft' },
  { value: 'archived', word: 'status.archived' },
] as const;

export function FilterBar({ summary, searchRef }: Props) {
  const t = useAdminWords();
  const filter = useStore(filterStore, (now) => now);
  const set = (patch: Partial<typeof filter>) => filterStore.set((now) => ({ ...now, ...patch }));
  return (
    <search className={css.bar}>
      <TextInput
        ref={searchRef}
        className={css.search}
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        rightSection={
          filter.q ? <CloseButton aria-label={t('list.clear_search')} onClick={() => set({ q: '' })} /> : <kbd className={css.key}>/</kbd>
        }
        value={filter.q}
        maxLength={200}
        onChange={(event) => set({ q: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && set({ q: '' })}
      />
      <fieldset className={css.statuses} aria-label={t('list.by_status')}>
        {statuses.map(({ value, word }) => (
          <button
            key={word}
            type="button"
            className={css.status}
            aria-pressed={filter.status === value}
            onClick={() => set({ status: value })}
          >
            {t(word)}
            {value && <span className={css.count}>{summary?.counts[value]?.toLocaleString() ?? ''}</span>}
          </button>
        ))}
      </fieldset>
      <Select
        className={css.category}
        aria-label={t('list.by_category')}
        placeholder={t('list.any_category')}
        clearable
        searchable
        data={summary?.categories.map(({ name, count }) => ({ value: name, label: `${name}  ${count}` })) ?? []}
        nothingFoundMessage={t('list.no_category')}
        value={filter.category}
        onChange={(category) => set({ category })}
      />
      <MarkFilter marks={summary?.marks} chosen={filter.mark} onChoose={(mark) => set({ mark })} />
    </search>
  );
}
