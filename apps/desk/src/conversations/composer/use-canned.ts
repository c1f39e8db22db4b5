import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { asksOf, fillBlanks, textFor } from '@madoguchi/contract/canned-text.ts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useCannedResponse } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { isComposing } from '../../keys/match-keys.ts';
import type { Mode } from './draft.ts';
import { draftOf, setDraft } from './draft-store.ts';
import { findCanned, type Slash, slashAt } from './slash.ts';
import { cannedQuery, cannedSuggestionsQuery, textValuesQuery } from './texts.queries.ts';
import type { VariableValues } from './variables.ts';

type Field = {
  id: string;
  mode: Mode;
  lastQuestion: string;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  insert: (text: string, from: number, to: number) => void;
  /** What is known without asking, for when asking does not work. */
  values: VariableValues;
};

/** A text about to be put in that still has to be told something. */
export type Asking = { item: CannedResponse; text: string; values: VariableValues; asks: string[]; from: number; to: number };

/** Those that are suggested stand first; the rest keeps its order. */
function suggestedFirst(items: readonly CannedResponse[], ids: readonly string[]): CannedResponse[] {
  const first = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...first, ...items.filter((item) => !first.includes(item))];
}

const asIs = (whole: string): string => whole;

/** The `/` menu of a text field: opens with the slash, narrows with each letter, fills in what is known and asks for what is not. */
export function useCanned({ id, mode, lastQuestion, field, text, insert, values }: Field) {
  const [slash, setSlash] = useState<Slash | null>(null);
  const [active, setActive] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { data } = useQuery(cannedQuery);
  const all = data?.items ?? [];
  const { data: fitting } = useQuery({
    ...cannedSuggestionsQuery(id, lastQuestion),
    enabled: mode === 'reply' && lastQuestion !== '' && all.length > 0,
  });
  const ids = fitting?.ids ?? [];
  const items = slash ? findCanned(slash.query === '' ? suggestedFirst(all, ids) : all, slash.query) : [];

  const look = () => {
    const element = field.current;
    setSlash(element ? slashAt(element.value, element.selectionStart) : null);
    setActive(0);
  };

  /** Counts the use, and lets its files go along. The words are there already: nothing waits for it. */
  const note = async (item: CannedResponse) => {
    try {
      const { files } = await call(useCannedResponse, { params: { id }, body: { cannedId: item.id } });
      if (files.length === 0) return;
      const draft = draftOf(id, mode);
      setDraft(id, mode, { ...draft, attachments: [...draft.attachments, ...files] });
    } catch (error) {
      if (item.files.length > 0) tellFailure(error);
    }
  };

  const choose = async (item: CannedResponse) => {
    const { from, to } = slash ?? { from: text.length, to: text.length };
    setSlash(null);
    const known = await queryClient.fetchQuery(textValuesQuery(id)).catch(() => null);
    const words = known ? textFor(item.text, known.situation) : item.text;
    const all = { ...values, ...known?.values };
    const asks = asksOf(words);
    if (asks.length > 0) return setAsking({ item, text: words, values: all, asks, from, to });
    insert(fillBlanks(words, all, {}, asIs), from, to);
    void note(item);
  };

  const answer = (answers: Readonly<Record<string, string>>) => {
    if (!asking) return;
    setAsking(null);
    insert(fillBlanks(asking.text, asking.values, answers, asIs), asking.from, asking.to);
    void note(asking.item);
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
    else if (event.key === 'Enter' || event.key === 'Tab') void choose(items[active]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    open: slash !== null,
    items,
    total: all.length,
    suggested: new Set(slash?.query === '' ? ids : []),
    fitting: ids.flatMap((one) => all.find((item) => item.id === one) ?? []),
    active,
    setActive,
    look,
    choose: (item: CannedResponse) => void choose(item),
    openAll,
    close: () => setSlash(null),
    onKeyDown,
    asking,
    answer,
    stopAsking: () => setAsking(null),
  };
}
