import { fact } from '../platform/event-log/fact.ts';

export const customerCreated = fact('customer.created', 1)<{ customerId: string; via: string }>();
export const customerUpdated = fact('customer.updated', 1)<{ customerId: string; changed: string[] }>();
export const identityClaimed = fact('identity.claimed', 1)<{ customerId: string; kind: string }>();
export const identityVerified = fact('identity.verified', 1)<{ customerId: string; kind: string }>();
/** A customer proved on one line that they read an address. `ownerId`: whose it is; another than `customerId` when it was theirs before. */
export const identityProved = fact('identity.proved', 1)<{ customerId: string; kind: string; ownerId: string }>();
/** A proven address belongs to another customer now; `from` has it back when it is moved the other way. */
export const identityMoved = fact('identity.moved', 1)<{ identityId: string; from: string; to: string }>();
