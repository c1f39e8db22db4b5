import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { createSegment, deleteSegment, type Segment } from '@madoguchi/contract/segments.ts';
import { ActionIcon, Button, Menu, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import forms from '../../admin/forms.module.css';
import { call } from '../../app/client.ts';
import { useCan } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { segmentsQuery } from '../customers.queries.ts';
import css from './list.module.css';
import { filterStore } from './list-store.ts';

const renew = () => queryClient.invalidateQueries({ queryKey: segmentsQuery.queryKey });
const save = (segment: { name: string; filter: CustomerFilter }) => call(createSegment, { body: segment });

/** Filters kept under a name, for everybody at the desk. */
export function Segments({ filter }: { filter: CustomerFilter }) {
  const t = useAdminWords();
  const mayWrite = useCan('customer.write');
  const { data } = useQuery(segmentsQuery);
  const items = data?.items ?? [];
  const isEmpty = Object.keys(filter).length === 0;
  const current = items.find((one) => JSON.stringify(sorted(one.filter)) === JSON.stringify(sorted(filter)));
  const back = useMutation({ mutationFn: save, onSettled: renew });
  const remove = useMutation({
    mutationFn: ({ id }: Segment) => call(deleteSegment, { params: { id } }),
    onSuccess: (_nothing, { name, filter: kept }) =>
      tellWithUndo(t('segments.told_removed', { name }), { label: t('undo'), undo: () => back.mutate({ name, filter: kept }) }),
    onSettled: renew,
  });
  return (
    <>
      {items.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant={current ? 'light' : 'default'} leftSection={<IconBookmark size={16} stroke={1.6} />}>
              {current?.name ?? t('segments.title')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {items.map((segment) => (
              <div key={segment.id} className={css.segment}>
                <Menu.Item onClick={() => filterStore.set(segment.filter)}>{segment.name}</Menu.Item>
                {mayWrite && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={32}
                    aria-label={t('segments.remove', { name: segment.name })}
                    onClick={() => remove.mutate(segment)}
                  >
                    <IconX size={14} stroke={1.6} />
                  </ActionIcon>
                )}
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {mayWrite && !isEmpty && !current && <KeepSegment filter={filter} />}
    </>
  );
}

const sorted = (filter: CustomerFilter) => Object.entries(filter).sort(([a], [b]) => a.localeCompare(b));

function KeepSegment({ filter }: { filter: CustomerFilter }) {
  const t = useAdminWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: save,
    onSuccess: () => {
      setOpen(false);
      tell(t('segments.told_kept', { name: name.trim() }));
      return renew();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) keep.mutate({ name: name.trim(), filter });
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="subtle" onClick={() => setOpen(!open)}>
          {t('segments.keep')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} className={`${forms.forms} ${css.keep}`}>
          <TextInput
            label={t('segments.name')}
            placeholder={t('segments.name_example')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={keep.isPending} disabled={name.trim() === ''}>
            {t('form.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
