import type { Mood } from '@madoguchi/contract/conversations.ts';
import { IconMoodAngry, IconMoodSad } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import css from './mood.module.css';
import { moodWords } from './mood-words.ts';

/** How the customer may feel, as a face; the words that spoke for it on hover. */
export function MoodMark({ mood, size = 16 }: { mood: Mood; size?: number }) {
  const t = useWords();
  const said = moodWords(t, mood);
  const Icon = mood.state === 'angry' ? IconMoodAngry : IconMoodSad;
  return (
    <span className={css.mark} data-state={mood.state} role="img" aria-label={said} title={said}>
      <Icon size={size} stroke={1.8} aria-hidden />
    </span>
  );
}
