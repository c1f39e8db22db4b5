import { Link } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Ago } from '../ui/time-text.tsx';
import type { CustomerRow } from './customers.queries.ts';
import css from './customers-page.module.css';

export function CustomerListRow({ row }: { row: CustomerRow }) {
  const t = useWords();
  return (
    <li className={css.item}>
      <Link to="/customers/$customerId" params={{ customerId: row.id }} className={css.row} data-row={row.id}>
        <Avatar name={row.name || '?'} id={row.id} size={28} />
        <span className={css.name} data-nameless={row.name.trim() === '' || undefined}>
          {customerName(t, row.name)}
          {row.reading && <span className={css.reading}>{row.reading}</span>}
        </span>
        <span className={css.email}>{row.email}</span>
        <span className={css.seen}>
          <Ago at={row.lastSeenAt ?? row.createdAt} />
        </span>
      </Link>
    </li>
  );
}
