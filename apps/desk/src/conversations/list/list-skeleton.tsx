import css from './list-skeleton.module.css';

/** A row of the true size before its words are here. */
export function RowSkeleton() {
  return (
    <div className={css.row} aria-hidden>
      <div className={css.line}>
        <span style={{ width: '34%' }} />
        <span style={{ width: '12%' }} />
      </div>
      <div className={css.line}>
        <span style={{ width: '62%' }} />
        <span style={{ width: '18%' }} />
      </div>
    </div>
  );
}

export function ListSkeleton() {
  return (
    <div className={css.list} aria-busy="true">
      {Array.from({ length: 12 }, (_, index) => (
        <RowSkeleton key={String(index)} />
      ))}
    </div>
  );
}
