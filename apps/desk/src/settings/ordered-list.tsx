import { useAdminWords } from '../admin/admin-words.ts';
import css from './ordered-list.module.css';
import { OrderedRow } from './ordered-row.tsx';

export type Ordered = { id: string; name: string; facts: string; off: boolean };
type Props = { items: readonly Ordered[]; path: string; busy: boolean; onOrder: (ids: string[]) => void };

/** Things that are tried one after the other, of which one line says enough. */
export function OrderedList({ items, path, busy, onOrder }: Props) {
  const t = useAdminWords();
  const ids = items.map(({ id }) => id);
  return (
    <ol className={css.list}>
      {items.map(({ id, name, facts, off }, at) => (
        <OrderedRow
          key={id}
          name={name}
          marks={off && <span className={css.badge}>{t('ordered.off')}</span>}
          facts={[facts]}
          path={`${path}/${id}`}
          at={at}
          last={items.length - 1}
          busy={busy}
          onMove={(by) => onOrder(ids.toSpliced(at, 1).toSpliced(at + by, 0, id))}
        />
      ))}
    </ol>
  );
}
