import type { ReactNode } from 'react';
import { useCan } from '../app/me.ts';
import css from './allowed.module.css';

/** What may be pressed only by who has the permission; for others it is there to read. The server decides again. */
export function Allowed({ permission, children }: { permission: string; children: ReactNode }) {
  return (
    <fieldset disabled={!useCan(permission)} className={css.plain}>
      {children}
    </fieldset>
  );
}
