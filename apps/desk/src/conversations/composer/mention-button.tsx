import { ActionIcon } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import css from './composer.module.css';

/** Opens the menu of whom a note can name, for whoever has no @ under a finger. */
export function MentionButton({ onPress }: { onPress: () => void }) {
  const t = useWords();
  return (
    // The field keeps the caret.
    <ActionIcon
      data-tip={`${t('mention.add')}  @`}
      variant="subtle"
      color="gray"
      className={css.tool}
      aria-label={t('mention.add')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <IconAt size={19} stroke={1.6} />
    </ActionIcon>
  );
}
