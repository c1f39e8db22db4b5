const underWay = new Set<string>();

/**
 * Does something once at a time: pressed again before it is done, it is not begun a second time. `key`: what it is, and to what it is done.
 * @returns when it is done, or at once when it was under way already
 */
export async function once(key: string, work: () => Promise<void>): Promise<void> {
  if (underWay.has(key)) return;
  underWay.add(key);
  try {
    await work();
  } finally {
    underWay.delete(key);
  }
}
