import { fact } from '../platform/event-log/fact.ts';

/** Every word of and about a person is gone; `customerIds`: the person and everybody merged into them. */
export const customerErased = fact('customer.erased', 1)<{ customerIds: string[]; files: number }>();
/** Somebody took everything about a person out as a file. */
export const customerExported = fact('customer.exported', 1)<{ customerId: string }>();
/** Somebody took a list of customers out as a file. */
export const customersExported = fact('customers.exported', 1)<{ count: number }>();
export const customersImported = fact('customers.imported', 1)<{ importId: string; created: number; changed: number }>();
/** How long a kind of thing is kept: months for conversations, else days; null for ever. */
export const retentionChanged = fact('retention.changed', 1)<{ kind: string; from: number | null; to: number | null }>();
/** What was kept long enough is gone: how many, and never what. */
export const retentionForgot = fact('retention.forgot', 1)<{ kind: string; count: number; files: number }>();
export const legalHoldPlaced = fact('legal_hold.placed', 1)<{ holdId: string; customerId: string | null; conversationId: string | null }>();
export const legalHoldLifted = fact('legal_hold.lifted', 1)<{ holdId: string; customerId: string | null; conversationId: string | null }>();
