import { refusal } from '../platform/http/refusal.ts';

/** A team's text without a team, one of a team that is not there, or a private one of nobody. */
export const ownerRefused = refusal('canned.owner_refused', 409);
export const folderGone = refusal('folder.gone', 409);
/** Folders have two levels. */
export const folderTooDeep = refusal('folder.too_deep', 409);
