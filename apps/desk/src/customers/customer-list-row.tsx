import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLocale, useWords } from '../app/locale.tsx';
import { attributeWords } from '../conversations/customer/attribute-words.ts';
import { customerName } from '../conversations/customer-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Ago } from '../ui/time-text.tsx';
import type { CustomerRow } from './customers.queries.ts';
import css from './customers-page.module.css';
import type { Column } from './list/list-store.ts';

type Props = { row: CustomerRow; columns: readonly Column[]; attributes: readonly AttributeDefinition[] };

export function CustomerListRow({ row, columns, attributes }: Props) {
  const t = useWords();
  return (
    <li className={css.item}>
      <Link to="/customers/$customerId" params={{ customerId: row.id }} className={css.row} data-row={row.id}>
        <Avatar name={row.name || '?'} id={row.id} size={28} />
        <span className={css.name} data-nameless={row.name.trim() === '' || undefined}>
          {customerName(t, row.name)}
          {row.reading && <span className={css.reading}>{row.reading}</span>}
        </span>
        {columns.map((column) => (
          <span key={column} className={css.cell} data-column={column}>
            <Cell row={row} column={column} attributes={attributes} />
          </span>
        ))}
      </Link>
    </li>
  );
}

function Cell({ row, column, attributes }: Omit<Props, 'columns'> & { column: Column }) {
  const t = useWords();
  const locale = useLocale();
  if (column === 'seen') return <Ago at={row.lastSeenAt ?? row.createdAt} />;
  if (column === 'tags')
    return row.tags.slice(0, 3).map((tag) => (
      <Badge key={tag} variant="light" tt="none" fw={400}>
        {tag}
      </Badge>
    ));
  if (column === 'email' || column === 'phone' || column === 'organization' || column === 'prefecture') return row[column];
  const key = column.slice('attribute:'.length);
  const definition = attributes.find((one) => one.subject === 'customer' && one.key === key) ?? null;
  return attributeWords(t, definition, row.attributes[key] ?? '', locale);
}
