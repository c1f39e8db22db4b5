import type { Identity as IdentityOnTheWire } from '@madoguchi/contract/customers.ts';

export type IdentityKind = IdentityOnTheWire['kind'];

/** A way to reach a person, as a channel found it. `verified`: proven by signature or by a message from that very address. */
export type FoundIdentity = { kind: IdentityKind; value: string; verified: boolean; source: string };

/** What is known of a person when they first appear. */
export type Introduction = { name?: string; reading?: string; locale?: string };
