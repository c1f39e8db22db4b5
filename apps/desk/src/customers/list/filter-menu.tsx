import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { Button, Popover, Select, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import forms from '../../admin/forms.module.css';
import { useWords } from '../../app/locale.tsx';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { organizationsQuery } from '../customers.queries.ts';
import css from './list.module.css';
import { filterStore, tidy } from './list-store.ts';

/** The conditions of the list, each of which narrows it at once. */
export function FilterMenu({ filter }: { filter: CustomerFilter }) {
  const t = useAdminWords();
  const desk = useWords();
  const { data: attributes } = useQuery(attributesQuery);
  const { data: organizations } = useQuery(organizationsQuery(''));
  const set = (change: Partial<CustomerFilter>) => filterStore.set((now) => tidy({ ...now, ...change }));
  const days = (count: number) => ({ value: String(count), label: t('customers.days', { count }) });
  const definition = attributes?.items.find(({ subject, key }) => subject === 'customer' && key === filter.attribute);
  const choices =
    definition?.kind === 'yes_no'
      ? (['yes', 'no'] as const).map((one) => ({ value: one, label: desk(`attribute.${one}`) }))
      : definition?.kind === 'choice'
        ? definition.choices.map((one) => ({ value: one, label: one }))
        : null;
  return (
    <Popover position="bottom-start" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={16} stroke={1.6} />}>
          {t('customers.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={`${forms.forms} ${css.conditions}`}>
          <TextInput
            label={t('customer.tags')}
            placeholder="VIP"
            maxLength={40}
            value={filter.tag ?? ''}
            onChange={(event) => set({ tag: event.currentTarget.value })}
          />
          <Select
            label={t('customer.organization')}
            clearable
            searchable
            comboboxProps={{ withinPortal: false }}
            data={organizations?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={filter.organizationId ?? null}
            onChange={(organizationId) => set({ organizationId: organizationId ?? undefined })}
          />
          <TextInput
            label={t('address.prefecture')}
            placeholder={t('address.prefecture_example')}
            maxLength={40}
            value={filter.prefecture ?? ''}
            onChange={(event) => set({ prefecture: event.currentTarget.value })}
          />
          <div className={css.two}>
            <Select
              label={t('customer.attributes')}
              clearable
              comboboxProps={{ withinPortal: false }}
              data={
                attributes?.items.filter(({ subject }) => subject === 'customer').map(({ key, label }) => ({ value: key, label })) ?? []
              }
              value={filter.attribute ?? null}
              onChange={(attribute) =>
                filterStore.set(({ attribute: _was, attributeValue: _value, ...now }) =>
                  attribute ? { ...now, attribute, attributeValue: '' } : now,
                )
              }
            />
            {filter.attribute &&
              (choices ? (
                <Select
                  label={t('customers.attribute_is')}
                  clearable
                  comboboxProps={{ withinPortal: false }}
                  placeholder={t('customers.anything')}
                  data={choices}
                  value={filter.attributeValue || null}
                  onChange={(attributeValue) => filterStore.set((now) => ({ ...now, attributeValue: attributeValue ?? '' }))}
                />
              ) : (
                <TextInput
                  label={t('customers.attribute_is')}
                  placeholder={t('customers.anything')}
                  value={filter.attributeValue ?? ''}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    filterStore.set((now) => ({ ...now, attributeValue: value }));
                  }}
                />
              ))}
          </div>
          <Select
            label={t('customers.seen_within_label')}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={[7, 30, 90, 365].map(days)}
            value={filter.seenWithinDays ? String(filter.seenWithinDays) : null}
            onChange={(count) => set({ seenWithinDays: count ? Number(count) : undefined })}
          />
          <Select
            label={t('customers.not_seen_for_label')}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={[30, 90, 365].map(days)}
            value={filter.notSeenForDays ? String(filter.notSeenForDays) : null}
            onChange={(count) => set({ notSeenForDays: count ? Number(count) : undefined })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
