import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useMe } from '../../app/me.ts';
import { isComposing } from '../../keys/match-keys.ts';
import { mentionableQuery } from '../conversations.queries.ts';
import type { Mode } from './draft.ts';
import { draftOf, setDraft, useDraft } from './draft-store.ts';
import { type At, type Candidate, candidatesFor, mentionAt, mentionsIn } from './mention.ts';

type Field = {
  field: RefObject<HTMLTextAreaElement | null>;
  id: string;
  mode: Mode;
  insert: (text: string, from: number, to: number) => void;
};

/** The menu behind an @ in a note, and who of those named may not see the conversation. */
export function useMentions({ field, id, mode, insert }: Field) {
  const myId = useMe().agent.id;
  const draft = useDraft(id, mode);
  const [at, setAt] = useState<At | null>(null);
  const [active, setActive] = useState(0);
  const named = mode === 'note' ? mentionsIn(draft) : [];
  const { data } = useQuery({ ...mentionableQuery(id), enabled: mode === 'note' && (at !== null || named.length > 0) });
  const all = data ? candidatesFor(data, '', myId) : [];
  const items = data && at ? candidatesFor(data, at.query, myId) : [];
  const blind = all.filter((one) => one.unseen > 0 && named.some((mention) => mention.id === one.id));

  const look = () => {
    const element = field.current;
    setAt(element && mode === 'note' ? mentionAt(element.value, element.selectionStart) : null);
    setActive(0);
  };
  const choose = ({ kind, id: chosen, name }: Candidate) => {
    const now = draftOf(id, mode);
    setDraft(id, mode, { ...now, picked: [...(now.picked ?? []).filter((one) => one.id !== chosen), { kind, id: chosen, name }] });
    const place = at ?? { from: now.text.length, to: now.text.length };
    insert(`@${name} `, place.from, place.to);
    setAt(null);
  };
  /** Writes the @ where the caret is: the button does, for whoever has no key for it at hand. */
  const begin = () => {
    const caret = field.current?.selectionStart ?? draft.text.length;
    insert('@', caret, field.current?.selectionEnd ?? caret);
    setAt({ from: caret, to: caret + 1, query: '' });
    setActive(0);
  };
  /** True when the key was for the menu. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!at || isComposing(event.nativeEvent)) return false;
    if (event.key === 'Escape') setAt(null);
    else if (items.length === 0 || event.metaKey || event.ctrlKey) return false;
    else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + items.length) % items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(items[active]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  // A word that is nobody's name is no search: the menu says so only while nothing, or little, was typed.
  const open = at !== null && data !== undefined && (items.length > 0 || at.query.length < 3);
  return { open, items, active, setActive, look, choose, begin, blind, close: () => setAt(null), onKeyDown };
}
