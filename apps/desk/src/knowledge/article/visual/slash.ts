import type { Editor } from '@tiptap/core';

/** A slash at the beginning of a line, with what was typed behind it. */
export type Slash = { from: number; to: number; query: string };

/** The slash that the caret stands behind, or null: only in a paragraph whose words are nothing else. */
export function slashAt({ state }: Editor): Slash | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const found = /^[/／](\S{0,20})$/.exec($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
  if (!found || $from.parentOffset !== $from.parent.content.size) return null;
  return { from: $from.start(), to: $from.pos, query: found[1]! };
}

/** Whether something called so, or found by these other words, is meant by what was typed. */
export const isMeant = (query: string, ...names: readonly string[]): boolean =>
  names.some((name) => name.normalize('NFKC').toLowerCase().includes(query.normalize('NFKC').toLowerCase()));
