import { refusal } from '../../platform/http/refusal.ts';

/** Nothing is left of a text once its blanks are filled in and its conditions looked at. */
export const textEmptied = refusal('action.text_emptied', 409);
/** A team, agent or queue that the action names is not there any more. */
export const actionNamesUnknown = refusal('action.names_unknown', 409);
