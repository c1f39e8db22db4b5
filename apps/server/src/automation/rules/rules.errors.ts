import { refusal } from '../../platform/http/refusal.ts';

export const tooManyRules = refusal('automation.too_many', 409);
/** A team, agent, queue or inbox that it names is not there. */
export const ruleNamesNobody = refusal('automation.names_nobody', 409);
/** Everything that the run changed has been changed by somebody since. */
export const changedSince = refusal('automation.changed_since', 409);
/** Nothing of what it did can be taken back. */
export const notUndoable = refusal('automation.not_undoable', 409);
