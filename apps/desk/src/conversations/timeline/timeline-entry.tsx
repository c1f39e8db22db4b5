import { memo } from 'react';
import { useWords } from '../../app/locale.tsx';
import { JoinedCard } from '../joined/joined-card.tsx';
import { WhisperCard } from '../whispers/whisper-card.tsx';
import type { TimelineItem } from './assemble.ts';
import { DaySeparator } from './day-separator.tsx';
import { FactLine, StepLine } from './fact-line.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { NoteCard } from './note-card.tsx';
import css from './timeline.module.css';
import { WithdrawnLine } from './withdrawn-line.tsx';

/** One item of the timeline, drawn by its kind. */
export const TimelineEntry = memo(function TimelineEntry({ item }: { item: TimelineItem }) {
  const t = useWords();
  switch (item.type) {
    case 'day':
      return <DaySeparator at={item.at} />;
    case 'unread':
      return <div className={css.unread}>{t('timeline.unread')}</div>;
    case 'message':
      return (
        <MessageBubble message={item.message} step={item.step} opens={item.opens} closes={item.closes} showsChannel={item.showsChannel} />
      );
    case 'note':
      return <NoteCard message={item.message} />;
    case 'whisper':
      return <WhisperCard whisper={item.whisper} />;
    case 'withdrawn':
      return <WithdrawnLine message={item.message} />;
    case 'fact':
      return <FactLine fact={item.fact} step={item.step} joinedLine={item.joinedLine} joinEnd={item.joinEnd} />;
    case 'joined':
      return <JoinedCard joined={item.joined} />;
    case 'step':
      return <StepLine step={item.step} />;
  }
});
