import css from './customer-pane.module.css';

const widths = ['60%', '40%', '80%', '70%', '50%'];

export function CustomerPaneSkeleton() {
  return (
    <div className={css.pane} aria-busy="true" aria-hidden>
      {widths.map((width) => (
        <div key={width} style={{ width, height: 14, marginBottom: 14, borderRadius: 4, background: 'var(--hover)' }} />
      ))}
    </div>
  );
}
