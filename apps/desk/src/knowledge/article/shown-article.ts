/** Which article the page shows. `key`: a new number makes the screen begin anew. `written`: what the new article became. */
export type ShownArticle = { id: string; key: number; written: string | null };

/**
 * Another article is another screen; but a new one that got its address by being saved stays as it is on the screen, with its cursor
 * and what can be undone.
 */
export function showArticle(before: ShownArticle, id: string): ShownArticle {
  if (before.id === id) return before;
  const stays = before.id === 'new' && before.written === id;
  return { id, key: stays ? before.key : before.key + 1, written: null };
}
