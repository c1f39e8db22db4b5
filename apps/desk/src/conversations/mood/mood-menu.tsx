import type { Mood } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import { useTakeMoodAway } from '../conversations.mutations.ts';
import header from '../header/conversation-header.module.css';
import css from './mood.module.css';
import { MoodMark } from './mood-mark.tsx';

/** How the customer may feel, what spoke for it, and the way to say that it is not so. */
export function MoodMenu({ id, mood }: { id: string; mood: Mood }) {
  const t = useWords();
  const mayCorrect = useCan('conversation.note');
  const takeAway = useTakeMoodAway(id);
  const name = t(`mood.${mood.state}`);
  return (
    <LazyPopover
      position="bottom-start"
      width={300}
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      dropdown={{ className: css.pop, 'aria-label': name, tabIndex: -1 }}
      target={
        <button type="button" className={header.button} aria-label={name}>
          <MoodMark mood={mood} />
          <span>{t(`mood.${mood.state}.short`)}</span>
        </button>
      }
    >
      <p className={css.verdict}>{name}</p>
      {mood.words.length > 0 && (
        <>
          <h3 className={css.title}>{t('mood.words')}</h3>
          <ul className={css.words}>
            {mood.words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </>
      )}
      <p className={css.text}>{t('mood.text')}</p>
      {mayCorrect && (
        <Button variant="default" fullWidth onClick={() => takeAway()}>
          {t('mood.wrong')}
        </Button>
      )}
    </LazyPopover>
  );
}
