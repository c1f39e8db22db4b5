import type { SentContract, SentOrder, SentReturn, SentShipment } from '@madoguchi/contract/commerce.ts';

/** What a payload tells of, in our own shapes. */
export type ShopEvent =
  | { kind: 'order'; externalId: string; sent: SentOrder }
  | { kind: 'shipment'; orderExternalId: string; sent: SentShipment; updatedAt: string }
  | { kind: 'return'; externalId: string; sent: SentReturn }
  | { kind: 'contract'; externalId: string; sent: SentContract }
  /** A buyer is to be forgotten: these orders, and all others of this customer number (empty: none). */
  | { kind: 'forget'; orderExternalIds: readonly string[]; buyerExternal: string }
  /** Everybody who ever bought there. */
  | { kind: 'forget_all' }
  /** Somebody wants to have what is kept of them: that is for a person to see to. */
  | { kind: 'asks' };

export type Fault = { path: string; message: string };
/** `ignored`: nothing that we keep. */
export type ReadShopPayload = { kind: 'events'; events: ShopEvent[] } | { kind: 'ignored' } | { kind: 'malformed'; errors: Fault[] };
