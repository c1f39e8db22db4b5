import type { State } from '../state/state.ts';
import { isFromCompany } from '../state/unread.ts';
import { fillScreen } from './fill-screen.ts';
import { isPhone, isTouch } from './screen.ts';

const nearInPixels = 80;
const tallestInPixels = 140;

/** Whether the reader is at the end of a list, or it is not shown at all. */
export const isAtEnd = (list: Element | null) => !list || list.scrollHeight - list.scrollTop - list.clientHeight < nearInPixels;

/**
 * Does around each drawing what elements cannot say for themselves: the dialog's opening, focus, heights and the reading position.
 * Says whether something new came below what the reader looks at.
 */
export function makeSettle(root: ShadowRoot): (before: State, state: State, draw: () => void) => boolean {
  let giveBack = () => {};

  function keepReading(before: State, state: State, wasAtEnd: boolean): boolean {
    const list = root.querySelector<HTMLElement>('.list');
    const last = state.said.at(-1);
    const isNews = before.said.length > 0 && state.said.length > before.said.length && last && isFromCompany(last);
    if (!list || !(wasAtEnd || state.outgoing.length > before.outgoing.length)) return !!isNews;
    // A message taller than the view is shown from its beginning.
    const top = isNews ? (list.querySelector<HTMLElement>(`[data-id="${last.id}"]`)?.offsetTop ?? 0) - 12 : list.scrollHeight;
    list.scrollTop = top;
    return false;
  }

  return (before, state, draw) => {
    const wasAtEnd = isAtEnd(root.querySelector('.list'));
    draw();
    const dialog = root.querySelector('dialog');
    const field = root.querySelector('textarea');
    const { open, view } = state;
    const turned = open !== before.open || view !== before.view;
    if (dialog && open !== before.open) {
      giveBack();
      if (!open) dialog.close();
      else if (isPhone()) dialog.showModal();
      else dialog.show();
      giveBack = open ? fillScreen(dialog, root) : () => {};
    }
    if (open && turned) (view === 'home' ? dialog : isTouch() ? root.querySelector('h1') : field)?.focus();
    if (state.picking && !before.picking) root.querySelector<HTMLElement>('.emoji button')?.focus();
    if (field && (turned || state.draft !== before.draft)) {
      field.style.height = 'auto';
      field.style.height = `${Math.min(field.scrollHeight, tallestInPixels)}px`;
    }
    return keepReading(before, state, wasAtEnd || turned);
  };
}
