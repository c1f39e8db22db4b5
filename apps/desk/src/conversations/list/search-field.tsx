import type { View } from '@madoguchi/contract/conversations.ts';
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useActions } from '../../keys/actions.ts';
import { isComposing } from '../../keys/match-keys.ts';

/** A pause this long means the word is typed. */
const PAUSE_MS = 250;

/** Searches all conversations; half-composed kana are not searched for. What was searched lives in the address. */
export function SearchField({ view, q }: { view: View; q: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(q);
  }, [q]);
  useEffect(() => {
    const wanted = typed.trim();
    if (composing || wanted === q) return;
    const timer = setTimeout(
      () => void navigate({ to: '.', search: (now) => ({ ...now, view, q: wanted || undefined }) as never, replace: true }),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, composing, q, view, navigate]);
  useActions([
    { id: 'search', word: 'search.label', group: 'group.list', icon: IconSearch, keys: '/', run: () => field.current?.select() },
  ]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    setTyped('');
    field.current?.blur();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={leave}
      placeholder={t('search.placeholder')}
      aria-label={t('search.label')}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      rightSection={typed ? <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => setTyped('')} /> : undefined}
      styles={{ input: { background: 'var(--surface-2)', borderColor: 'transparent' } }}
    />
  );
}
