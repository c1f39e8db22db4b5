// Pure: what our buttons carry in LINE. A postback hands back its data alone, so the words of the button travel with it.

/** The postback of a rich menu's area "connect my member's account". */
export const LINK_WISH = 'madoguchi:account-link';
/** The postback of a rich menu's area that asks something: `madoguchi:say:営業時間は？` is as if it were typed. */
const SAY = 'madoguchi:say:';

/** Postback data may have 300 characters. */
const LONGEST_DATA = 300;

export const dataOf = (pressed: string, label: string): string => `${pressed}\n${label}`.slice(0, LONGEST_DATA).toWellFormed();

/** What was pressed; null for a postback of somebody else's making. */
export function pressedIn(data: string): { label: string; pressed?: string } | null {
  if (typeof data !== 'string') return null;
  if (data.startsWith(SAY)) return { label: data.slice(SAY.length, SAY.length + LONGEST_DATA) };
  if (!data.startsWith('mdg:')) return null;
  const [pressed, label] = data.split('\n', 2);
  return { pressed: pressed!, label: label ?? '' };
}
