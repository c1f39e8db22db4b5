import { ActionIcon, Button, Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useLocale, useWords } from '../../app/locale.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';
import { labelOf } from '../fields/fields.ts';
import type { FieldFilter } from './field-filter.ts';
import css from './filter.module.css';
import { FilterValue } from './filter-value.tsx';

/** Narrows the list down by one of the company's own fields. Not there until there is a field. */
export function FilterMenu({ filter }: { filter: FieldFilter }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(attributesQuery);
  if (!data?.items.some(({ subject }) => subject === 'conversation')) return null;
  const on = filter.field !== undefined;
  return (
    <LazyPopover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
      withinPortal
      dropdown={{ 'aria-label': t('filter.label') }}
      target={
        <ActionIcon
          variant={on ? 'light' : 'subtle'}
          color={on ? undefined : 'gray'}
          size={36}
          aria-label={t('filter.label')}
          title={t('filter.label')}
        >
          <IconFilter size={18} stroke={1.6} />
        </ActionIcon>
      }
    >
      {open && <FilterForm filter={filter} close={() => setOpen(false)} />}
    </LazyPopover>
  );
}

function FilterForm({ filter, close }: { filter: FieldFilter; close: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { data } = useQuery(attributesQuery);
  const [field, setField] = useState(filter.field ?? null);
  const [value, setValue] = useState(filter.value ?? '');
  const own = data?.items.filter(({ subject }) => subject === 'conversation') ?? [];
  const definition = own.find(({ key }) => key === field);
  const narrow = (event: FormEvent) => {
    event.preventDefault();
    const wanted = { field: field ?? undefined, value: (field && value.trim()) || undefined };
    void navigate({ to: '.', search: (now) => ({ ...now, ...wanted }) as never, replace: true });
    close();
  };
  return (
    <form className={css.form} onSubmit={narrow}>
      <Select
        label={t('filter.field')}
        placeholder={t('filter.choose')}
        data-autofocus
        clearable
        searchable={own.length > 8}
        comboboxProps={{ withinPortal: false }}
        data={own.map((one) => ({ value: one.key, label: labelOf(one, locale) }))}
        value={field}
        onChange={(chosen) => {
          setField(chosen);
          setValue('');
        }}
      />
      {definition && <FilterValue definition={definition} value={value} onChange={setValue} />}
      <Button type="submit" disabled={field === null && filter.field === undefined}>
        {t('filter.do')}
      </Button>
    </form>
  );
}
