import { sameValue } from '../../admin/same-value.ts';
import { type FieldName, type Fields, fieldNames } from './fields.ts';

export type Side = 'mine' | 'theirs';
export type Choice = Readonly<Partial<Record<FieldName, Side>>>;

/** Which fields read differently in two versions. */
export const differing = (mine: Fields, theirs: Fields): FieldName[] => fieldNames.filter((name) => !sameValue(mine[name], theirs[name]));

/**
 * What to propose when two people changed the same article: a field that only the other changed is theirs,
 * any field that I changed is mine. `base` is the version from which I started.
 */
export const proposal = (base: Fields, mine: Fields, theirs: Fields): Choice =>
  Object.fromEntries(differing(mine, theirs).map((name) => [name, sameValue(base[name], mine[name]) ? 'theirs' : 'mine']));

/** The article as it will be with each field taken from the chosen side. */
export const merged = (mine: Fields, theirs: Fields, choice: Choice): Fields =>
  Object.fromEntries(fieldNames.map((name) => [name, (choice[name] === 'mine' ? mine : theirs)[name]])) as Fields;
