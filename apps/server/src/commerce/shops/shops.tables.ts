import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    shop_connections: ShopConnectionsTable;
    shop_payloads: ShopPayloadsTable;
  }
}

export interface ShopConnectionsTable {
  workspace_id: string;
  id: string;
  key: string;
  kind: string;
  name: string;
  source: string;
  /** Sealed. */
  secret: Buffer;
  last_sync_at: Date | null;
  trouble: string | null;
  trouble_at: Date | null;
  created_at: Date;
}

export interface ShopPayloadsTable {
  workspace_id: string;
  id: string;
  connection_id: string;
  external_id: string;
  topic: string;
  state: Generated<string>;
  tries: Generated<number>;
  problem: string | null;
  body: Buffer;
  received_at: Date;
}
