import { useEffect } from 'react';
import { currentActions } from './actions.ts';
import { followKeys, isComposing } from './match-keys.ts';

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1500;

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Some closed menus stay in the document, unseen. */
const dialogIsOpen = () =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((box) => box.checkVisibility());

/** Keys that the focused element itself understands: Enter on a button, the arrows in a timeline or a row of choices. */
function isForTarget({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'Enter' || key === ' ') return target.closest('a, button, summary, [role="button"], [role="option"]') !== null;
  return key.startsWith('Arrow') && target.closest('[role="log"], [role="radiogroup"], [role="tablist"]') !== null;
}

/** Runs actions by key anywhere on the desk: never while somebody writes or an input method composes, nor behind a dialog. */
export function useKeyboard(): void {
  useEffect(() => {
    let pending: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let behind = false;
    // Asked before anybody hears the key: without motion, a menu that Escape closes is gone at once, and the key would count a second time.
    const look = ({ target }: KeyboardEvent) => {
      behind = !isWriting(target) && dialogIsOpen();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.repeat) return;
      const actions = currentActions().filter((action) => action.keys);
      // Chords (⌘K) make no letters, so they work while writing too.
      const chord = event.metaKey || event.ctrlKey;
      if (!chord && (isWriting(event.target) || isForTarget(event) || behind)) return;
      const next = followKeys(pending, event, new Set(actions.map((action) => action.keys!)));
      pending = next.pending;
      clearTimeout(timer);
      if (pending) timer = setTimeout(() => (pending = null), SEQUENCE_MS);
      if (!next.keys) return;
      event.preventDefault();
      actions.find((action) => action.keys === next.keys)?.run();
    };
    document.addEventListener('keydown', look, true);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
