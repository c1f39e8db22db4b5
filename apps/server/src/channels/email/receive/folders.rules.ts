// Pure: which folders of a mailbox are read.

/**
 * The chosen folders, as the setting keeps them: one a line, or with commas between where each is on the same line. The first one is listened to.
 */
export function foldersOf(setting: unknown): [string, ...string[]] {
  const text = String(setting || 'INBOX');
  const names = text
    .split(text.includes('\n') ? /\n/ : /[,、]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const [first = 'INBOX', ...rest] = new Set(names);
  return [first, ...rest];
}
