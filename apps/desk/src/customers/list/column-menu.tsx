import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type AdminWords, useAdminWords } from '../../admin/admin-words.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { COLUMNS, type Column, setColumns } from './list-store.ts';

/** What a column is called. */
export function columnLabel(t: AdminWords, column: Column, attributes: readonly { key: string; label: string }[]): string {
  if (column.startsWith('attribute:')) {
    const key = column.slice('attribute:'.length);
    return attributes.find((one) => one.key === key)?.label ?? key;
  }
  return t(`customers.column_${column as (typeof COLUMNS)[number]}`);
}

/** Which columns the list has. */
export function ColumnMenu({ columns }: { columns: readonly Column[] }) {
  const t = useAdminWords();
  const { data } = useQuery(attributesQuery);
  const attributes = data?.items.filter(({ subject }) => subject === 'customer') ?? [];
  const all: Column[] = [...COLUMNS.slice(0, -1), ...attributes.map(({ key }) => `attribute:${key}` as const), 'seen'];
  const toggle = (column: Column) => setColumns(all.filter((one) => columns.includes(one) !== (one === column)));
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('customers.columns')}>
          <IconColumns3 size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((column) => (
          <Menu.Item
            key={column}
            role="menuitemcheckbox"
            aria-checked={columns.includes(column)}
            onClick={() => toggle(column)}
            leftSection={<Checkbox size="xs" checked={columns.includes(column)} readOnly tabIndex={-1} aria-hidden />}
          >
            {columnLabel(t, column, attributes)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
