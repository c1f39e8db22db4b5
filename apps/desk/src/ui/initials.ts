/** Names are written 姓 名: the first character of a Japanese name, the initials of a Latin one. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/[\s　]+/);
  const first = [...(parts[0] ?? '')][0] ?? '?';
  if (!/^[\p{Script=Latin}]/u.test(first)) return first;
  return (first + ([...(parts[1] ?? '')][0] ?? '')).toUpperCase();
}

/** A steady hue for a person, from the id, so that colleagues are told apart at a glance. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 360;
  return hash;
}
