import { TagsInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { isComposing } from '../../keys/match-keys.ts';
import { hasSeparator, readWords, separators } from './words.ts';

type Props = {
  words: string[];
  typed: string;
  error: string | undefined;
  onChange: (change: { words?: string[]; typed?: string }) => void;
};

/** Keys of an input method belong to the writing: its Enter neither ends a word nor sends the form. */
function keepComposing(event: KeyboardEvent) {
  if (!isComposing(event.nativeEvent)) return;
  if (event.key === 'Enter') event.preventDefault();
  event.stopPropagation();
}

/** Words as chips; Enter or a comma of either kind ends one. */
export function WordsField({ words, typed, error, onChange }: Props) {
  const t = useAdminWords();
  const take = (texts: readonly string[]) => onChange({ words: readWords(texts), typed: '' });
  return (
    <TagsInput
      label={t('synonyms.words')}
      description={t('synonyms.words_help')}
      placeholder={words.length === 0 ? t('synonyms.words_example') : ''}
      autoComplete="off"
      data-autofocus
      openOnFocus={false}
      splitChars={separators}
      value={words}
      error={error}
      searchValue={typed}
      onSearchChange={(text) => onChange({ typed: text })}
      onChange={take}
      onKeyDown={keepComposing}
      onCompositionEnd={({ currentTarget: { value } }) => hasSeparator(value) && take([...words, value])}
    />
  );
}
