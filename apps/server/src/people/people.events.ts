import { fact } from '../platform/event-log/fact.ts';

/** Every word of and about a person is gone; `customerIds`: the person and everybody merged into them. */
export const customerErased = fact('customer.erased', 1)<{ customerIds: string[]; files: number }>();
/** Somebody took everything about a person out as a file. */
export const customerExported = fact('customer.exported', 1)<{ customerId: string }>();
/** Somebody took a list of customers out as a file. */
export const customersExported = fact('customers.exported', 1)<{ count: number }>();
export const customersImported = fact('customers.imported', 1)<{ importId: string; created: number; changed: number }>();
