import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    orders: OrdersTable;
    shipments: ShipmentsTable;
    returns: ReturnsTable;
    return_steps: ReturnStepsTable;
    contracts: ContractsTable;
  }
}

export interface OrdersTable {
  workspace_id: string;
  id: string;
  source: string;
  external_id: string;
  number: string;
  number_key: string;
  number_digits: string;
  state: string;
  buyer_external: Generated<string>;
  buyer_name: Generated<string>;
  buyer_email: Generated<string>;
  buyer_phone: Generated<string>;
  erased_at: Date | null;
  placed_at: Date;
  currency: string;
  /** Numeric: three places after the point, as text. */
  total: string;
  lines: unknown;
  url: Generated<string>;
  updated_at: Date;
  digest: string;
  synced_at: Date;
}

export interface ShipmentsTable {
  workspace_id: string;
  id: string;
  source: string;
  order_external_id: string;
  external_id: string;
  carrier: string;
  carrier_name: string;
  tracking_number: string;
  tracking_key: string;
  tracking_url: string;
  state: string;
  shipped_at: Date | null;
  delivered_at: Date | null;
  updated_at: Date;
  digest: string;
}

export interface ReturnsTable {
  workspace_id: string;
  id: string;
  source: string;
  order_external_id: string;
  external_id: string;
  state: string;
  wish: string;
  reason: string;
  lines: unknown;
  amount: string | null;
  opened_by: string;
  requested_at: Date;
  updated_at: Date;
  digest: string;
}

export interface ReturnStepsTable {
  workspace_id: string;
  return_id: string;
  seq: number;
  state: string;
  note: string;
  by_name: string;
  at: Date;
}

export interface ContractsTable {
  workspace_id: string;
  id: string;
  source: string;
  external_id: string;
  name: string;
  holder_external: Generated<string>;
  holder_name: Generated<string>;
  holder_email: Generated<string>;
  holder_phone: Generated<string>;
  holder_domain: Generated<string>;
  erased_at: Date | null;
  starts_at: Date;
  ends_at: Date | null;
  entitlements: unknown;
  updated_at: Date;
  digest: string;
}
