/** Where to go after sign-in: only a path of the desk itself, never another site that a crafted link names. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/desk/';
  const path = next.startsWith('/desk') ? next : `/desk${next}`;
  return path.startsWith('/desk/sign-in') ? '/desk/' : path;
}
