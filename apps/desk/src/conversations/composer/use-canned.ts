import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { listCannedResponses } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { isComposing } from '../../keys/match-keys.ts';
import { findCanned, type Slash, slashAt } from './slash.ts';
import { fillVariables, type VariableValues } from './variables.ts';

type Field = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  insert: (text: string, from: number, to: number) => void;
  values: VariableValues;
};

/** The `/` menu of a text field: opens with the slash, narrows with each letter, fills variables in when one is chosen. */
export function useCanned({ field, text, insert, values }: Field) {
  const [slash, setSlash] = useState<Slash | null>(null);
  const [active, setActive] = useState(0);
  const { data } = useQuery({ queryKey: ['canned-responses'], queryFn: () => call(listCannedResponses), staleTime: 60_000 });
  const all = data?.items ?? [];
  const items = slash ? findCanned(all, slash.query) : [];

  const look = () => {
    const element = field.current;
    setSlash(element ? slashAt(element.value, element.selectionStart) : null);
    setActive(0);
  };

  const choose = (item: CannedResponse) => {
    const at = slash ?? { from: text.length, to: text.length };
    insert(fillVariables(item.text, values), at.from, at.to);
    setSlash(null);
  };

  /** Opens the menu without a slash having been typed: the button does. */
  const openAll = () => {
    const at = field.current?.selectionStart ?? text.length;
    setSlash((now) => (now ? null : { from: at, to: at, query: '' }));
    setActive(0);
    field.current?.focus();
  };

  /** True when the key was for the menu. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!slash || isComposing(event.nativeEvent)) return false;
    if (event.key === 'Escape') setSlash(null);
    else if (items.length === 0 || event.metaKey || event.ctrlKey) return false;
    else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + items.length) % items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(items[active]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    open: slash !== null,
    items,
    total: all.length,
    active,
    setActive,
    look,
    choose,
    openAll,
    close: () => setSlash(null),
    onKeyDown,
  };
}
