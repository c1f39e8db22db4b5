import type { ReactNode } from 'react';
import css from './state-mark.module.css';

/** calm: on its way as it should be · good: done · bad: needs somebody · over: nothing comes after it */
export type Tone = 'calm' | 'good' | 'bad' | 'over';

/** Where an order, a parcel or a return is: always in words. */
export const StateMark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={css.mark} data-tone={tone}>
    {children}
  </span>
);
