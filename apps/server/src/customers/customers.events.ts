import { fact } from '../platform/event-log/fact.ts';

export const customerCreated = fact('customer.created', 1)<{ customerId: string; via: string }>();
export const customerUpdated = fact('customer.updated', 1)<{ customerId: string; changed: string[] }>();
export const identityClaimed = fact('identity.claimed', 1)<{ customerId: string; kind: string }>();
export const identityVerified = fact('identity.verified', 1)<{ customerId: string; kind: string }>();
