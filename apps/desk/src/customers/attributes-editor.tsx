import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { type AttributeRow, nextRow } from './attribute-rows.ts';
import css from './customer-page.module.css';

type Props = {
  rows: readonly AttributeRow[];
  readOnly: boolean;
  errorOf: (id: number) => string | undefined;
  onTouch: (id: number) => void;
  onChange: (rows: AttributeRow[]) => void;
};

export function AttributesEditor({ rows, readOnly, errorOf, onTouch, onChange }: Props) {
  const t = useAdminWords();
  const patch = (id: number, change: Partial<AttributeRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  return (
    <div className={css.attributes}>
      {rows.length === 0 && <p className={css.none}>{t('customer.no_attributes')}</p>}
      {rows.map((row) => (
        <div key={row.id} className={css.attribute}>
          <TextInput
            aria-label={t('customer.attribute_name')}
            placeholder={t('customer.attribute_name')}
            value={row.name}
            error={errorOf(row.id)}
            onBlur={() => onTouch(row.id)}
            onChange={(event) => patch(row.id, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('customer.attribute_value', { name: row.name })}
            placeholder={t('customer.attribute_value_example')}
            value={row.value}
            onBlur={() => onTouch(row.id)}
            onChange={(event) => patch(row.id, { value: event.currentTarget.value })}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('customer.attribute_remove', { name: row.name })}
              onClick={() => onChange(rows.filter((other) => other.id !== row.id))}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.6} />} onClick={() => onChange([...rows, nextRow(rows)])}>
          {t('customer.attribute_add')}
        </Button>
      )}
    </div>
  );
}
