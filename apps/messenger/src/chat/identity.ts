/** The subject of an identity JWT, unverified: good only to notice that another customer has signed in. Null when unreadable. */
export function subjectOf(jwt: string | null): string | null {
  try {
    const part = jwt?.split('.')[1] ?? '';
    const claims: { sub?: unknown } | null = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return claims?.sub ? String(claims.sub) : null;
  } catch {
    return null;
  }
}

/** An id nobody else makes; crypto.randomUUID is missing on pages served over plain http. */
export const newId = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
