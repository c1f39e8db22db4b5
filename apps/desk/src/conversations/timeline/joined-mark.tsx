import { Tooltip } from '@mantine/core';
import { IconArrowMerge, IconHelpCircle } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import css from './bubble.module.css';

/** Why a message stands in this conversation. A guess says so in words, all else on request. */
export function JoinedMark({ by }: { by: string }) {
  const t = useWords();
  const why = useChannelWords().joined(by);
  if (!why) return null;
  const guessed = by === 'guess';
  const Icon = guessed ? IconHelpCircle : IconArrowMerge;
  return (
    <Tooltip label={why} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={css.joined} data-guessed={guessed || undefined} aria-label={why}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {guessed && t('joined.guessed')}
      </button>
    </Tooltip>
  );
}
