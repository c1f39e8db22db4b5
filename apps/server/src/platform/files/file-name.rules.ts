/** A file name safe to show and to send in a header: no path, no control or direction-changing characters, at most 120 characters. */
export function cleanFileName(name: string): string {
  const base = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069"<>|*?:]/gu, '').trim();
  return [...clean].slice(-120).join('') || 'file';
}
