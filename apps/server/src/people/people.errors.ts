import { Refusal, refusal } from '../platform/http/refusal.ts';

/** The file cannot be read as a list. */
export const listRefused = (
  code: 'file.empty' | 'file.quote_open' | 'file.unreadable' | 'file.too_large' | 'file.too_many_rows',
  extra: Record<string, unknown> = {},
) => new Refusal(code, code === 'file.too_large' ? 413 : 422, extra);
/** It was taken in already, or is too old: the file is read again. */
export const importOver = refusal('import.over', 409);
export const mappingInvalid = refusal('import.mapping_invalid', 400);
/** Member `shortest`: how long it is kept at least. */
export const retentionTooShort = refusal('retention.too_short', 400);
/** Something keeps the person, or a conversation of theirs, from being erased: a legal hold. */
export const personHeld = refusal('person.held', 409);
