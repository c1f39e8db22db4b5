import { useEffect, useRef } from 'react';
import { type Draft, type FirstSave, forgetNew, writeDraft } from './drafts.ts';
import type { Fields } from './fields.ts';
import { newFirstSave } from './first-save.ts';

type Words = { agentId: string; articleId: string; found: Draft | null; fields: Fields; base: Draft['base']; dirty: boolean };

/** Keeps what is typed and not saved on this machine: under `new` first, and under the article's own id from its first save on. */
export function useKeptWords({ agentId, articleId, found, fields, base, dirty }: Words) {
  const id = useRef(articleId);
  const first = useRef(found?.first ?? newFirstSave());
  const keep = (words: Fields, from: Draft['base']) =>
    writeDraft(agentId, id.current, {
      fields: words,
      base: from,
      at: new Date().toISOString(),
      ...(id.current === 'new' ? { first: first.current } : {}),
    });
  const forget = () => (id.current === 'new' ? forgetNew(agentId, first.current.key) : writeDraft(agentId, id.current, null));
  const settle = useRef({ keep, forget });
  settle.current = { keep, forget };
  useEffect(() => {
    if (dirty) settle.current.keep(fields, base);
    else settle.current.forget();
  }, [dirty, fields, base]);

  return {
    /** Notes that these words are on their way; how the first save was known until now. */
    send: (words: Fields): FirstSave => {
      const before = first.current;
      first.current = { ...before, sent: words };
      keep(words, base);
      return before;
    },
    /** The article has an id of its own; whether that is news. */
    moveTo: (savedId: string): boolean => {
      if (id.current === savedId) return false;
      forget();
      id.current = savedId;
      return true;
    },
    /** What is typed next is another article. */
    startOver: () => {
      if (id.current !== 'new') return;
      forget();
      first.current = newFirstSave();
    },
  };
}
