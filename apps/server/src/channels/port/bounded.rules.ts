// Pure: what a platform sent, held to a length.

/** A text of at most so many UTF-16 units, without what PostgreSQL cannot hold (NUL, half characters); anything else is none. */
export const bounded = (value: unknown, longest: number): string =>
  typeof value === 'string' ? value.slice(0, longest).replaceAll('\u0000', '').toWellFormed() : '';

/** An id of a platform, which is text or a number; empty for anything else. */
export const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : bounded(value, 300));

/** What stands in a list; nothing where none is. */
export const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);
