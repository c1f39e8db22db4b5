import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    one_time_codes: OneTimeCodesTable;
    identity_proofs: IdentityProofsTable;
  }
}

export interface OneTimeCodesTable {
  workspace_id: string;
  id: string;
  customer_id: string;
  thread_id: string;
  address_hash: Buffer;
  code_hash: Buffer;
  sent_at: Date;
  expires_at: Date;
  tries: Generated<number>;
  used_at: Date | null;
}

export interface IdentityProofsTable {
  workspace_id: string;
  thread_id: string;
  kind: string;
  value: string;
  customer_id: string;
  proved_at: Date;
}
