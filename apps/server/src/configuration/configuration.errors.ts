import { refusal } from '../platform/http/refusal.ts';

/** Member `faults`: where and why; nothing was changed. */
export const configurationRefused = refusal('configuration.refused', 409);
/** Of a kind that is not made by an import: an inbox has an address and secrets of its own. */
export const entryMissing = refusal('configuration.not_here', 409);
/** The kind of an attribute, or whom it is about, stays as it was made. */
export const kindFixed = refusal('configuration.kind_fixed', 409);
