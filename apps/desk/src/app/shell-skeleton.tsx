import css from './shell.module.css';

/** The empty frame while the session is looked up: same places, no words, nothing jumps when the rest arrives. */
export function ShellSkeleton() {
  return (
    <div className={css.shell} aria-busy="true">
      <div style={{ width: 56, borderRight: '1px solid var(--line)' }} />
      <div className={css.place} />
    </div>
  );
}
