import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { IconEar } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { PlainText } from '../../ui/markdown-view.tsx';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './whisper-card.module.css';

/** A whisper in the timeline: the edge of a note without its paper. Said in passing, and seen by few. */
export function WhisperCard({ whisper }: { whisper: Whisper }) {
  const t = useWords();
  const reader = useReader();
  const { author, to, outcome } = whisper;
  return (
    <section className={css.whisper} aria-label={t('whisper.label')}>
      <header className={css.head}>
        <IconEar size={13} stroke={1.8} aria-hidden />
        <span>{t('whisper.from_to', { author: author.name, to: to.name })}</span>
        {outcome && <span className={css.outcome}>{t(`whisper.outcome_${outcome}`)}</span>}
        <time dateTime={whisper.at} title={fullTime(whisper.at, reader)}>
          {clockTime(whisper.at, reader)}
        </time>
      </header>
      <div className={css.text}>
        <PlainText text={whisper.text} />
      </div>
    </section>
  );
}
