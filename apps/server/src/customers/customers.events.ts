import { fact } from '../platform/event-log/fact.ts';

export const customerCreated = fact('customer.created', 1)<{ customerId: string; via: string }>();
export const customerUpdated = fact('customer.updated', 1)<{ customerId: string; changed: string[] }>();
export const identityClaimed = fact('identity.claimed', 1)<{ customerId: string; kind: string }>();
export const identityVerified = fact('identity.verified', 1)<{ customerId: string; kind: string }>();
/** A customer proved on one line that they read an address. `ownerId`: whose it is; another than `customerId` when it was theirs before. */
export const identityProved = fact('identity.proved', 1)<{ customerId: string; kind: string; ownerId: string }>();
/** A code that was to go out as a text message did not: `codeId` waits for nothing any more. `because`: the platform's reason. */
export const codeUndelivered = fact('code.undelivered', 1)<{ customerId: string; codeId: string; because: string }>();
/** A proven address belongs to another customer now; `from` has it back when it is moved the other way. */
export const identityMoved = fact('identity.moved', 1)<{ identityId: string; from: string; to: string }>();
/** Two customers are one person: `customerId` points to `intoId`. Nothing else was changed, and `mergeId` takes it back. */
export const customerMerged = fact('customer.merged', 1)<{ mergeId: string; customerId: string; intoId: string; because: string[] }>();
export const customerUnmerged = fact('customer.unmerged', 1)<{ mergeId: string; customerId: string; intoId: string }>();
/** Somebody said that two who are alike are not the same; or took that back. */
export const customersDistinguished = fact('customer.distinguished', 1)<{ customerId: string; otherId: string; distinct: boolean }>();
export const organizationCreated = fact('organization.created', 1)<{ organizationId: string }>();
export const organizationUpdated = fact('organization.updated', 1)<{ organizationId: string; changed: string[] }>();
export const organizationDeleted = fact('organization.deleted', 1)<{ organizationId: string }>();
export const attributeDefined = fact('attribute.defined', 1)<{ attributeId: string; subject: string; kind: string; name: string }>();
export const attributeChanged = fact('attribute.changed', 1)<{ attributeId: string; changed: string[]; name: string }>();
export const attributeRemoved = fact('attribute.removed', 1)<{ attributeId: string; name: string }>();
export const customerNoted = fact('customer.noted', 1)<{ customerId: string; noteId: string }>();
export const customerNoteChanged = fact('customer.note_changed', 1)<{ customerId: string; noteId: string; removed: boolean }>();
export const segmentSaved = fact('segment.saved', 1)<{ segmentId: string; name: string }>();
export const segmentRemoved = fact('segment.removed', 1)<{ segmentId: string; name: string }>();
