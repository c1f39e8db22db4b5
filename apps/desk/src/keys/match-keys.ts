/** What is needed of a key press; a DOM KeyboardEvent is one. */
export type KeyPress = {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode?: number;
};

/** True while an input method composes: those keys belong to the writing. Safari reports the last one only by keyCode 229. */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean => press.isComposing || press.keyCode === 229;

/** The name of a press as actions write it: `r`, `?`, `mod+k`, `mod+shift+enter`. Shift is only named for keys without a shifted sign. */
export function nameOfPress(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const parts: string[] = [];
  if (press.metaKey || press.ctrlKey) parts.push('mod');
  if (press.altKey) parts.push('alt');
  if (press.shiftKey && (key.length > 1 || parts.length > 0 || /[a-z]/.test(key))) parts.push('shift');
  return [...parts, key].join('+');
}

/**
 * Follows key presses one by one. `g` opens a sequence that the next press completes or drops.
 * Returns what the press means: the keys of an action, the beginning of a sequence, or nothing.
 */
export function followKeys(
  pending: string | null,
  press: KeyPress,
  known: ReadonlySet<string>,
): { keys: string | null; pending: string | null } {
  const name = nameOfPress(press);
  if (pending) {
    const sequence = `${pending} ${name}`;
    if (known.has(sequence)) return { keys: sequence, pending: null };
  }
  if (known.has(name)) return { keys: name, pending: null };
  const opens = [...known].some((keys) => keys.startsWith(`${name} `));
  return { keys: null, pending: opens ? name : null };
}
