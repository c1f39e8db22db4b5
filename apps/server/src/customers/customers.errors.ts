import { refusal } from '../platform/http/refusal.ts';

/** The two are one person already the other way round, or one of them was erased. */
export const mergeRefused = refusal('customer.merge_refused', 409);
/** Member `domain`: no domain, or one of a free mail provider, whose people have nothing in common. */
export const domainRefused = refusal('organization.domain_refused', 400);
export const domainTaken = refusal('organization.domain_taken', 409);
/** It asks about itself, however far round, about none that is there, or about what its subject has not. */
export const attributeConditionRefused = refusal('attribute.condition_refused', 400);
export const attributeTaken = refusal('attribute.taken', 409);
/** Member `key`: the value is not of the attribute's kind. */
export const attributeInvalid = refusal('attribute.invalid', 400);
