import { isDeepStrictEqual } from 'node:util';

/** The names in a wish whose value differs from what is. PostgreSQL orders the members of JSON anew, so values are compared, not texts. */
export const changedIn = <T extends object>(wish: Partial<T>, before: T): (keyof T & string)[] =>
  (Object.keys(wish) as (keyof T & string)[]).filter((name) => wish[name] !== undefined && !isDeepStrictEqual(wish[name], before[name]));
