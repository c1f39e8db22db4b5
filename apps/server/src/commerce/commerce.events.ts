import { fact } from '../platform/event-log/fact.ts';

type Synced = { source: string; isNew: boolean };

export const orderSynced = fact('order.synced', 1)<Synced & { orderId: string; state: string }>();
export const shipmentSynced = fact('shipment.synced', 1)<Synced & { shipmentId: string; state: string }>();
export const returnSynced = fact('return.synced', 1)<Synced & { returnId: string; state: string }>();
/** Somebody at the desk opened a return; what the shop opens is synced. */
export const returnOpened = fact('return.opened', 1)<{ returnId: string; orderId: string; wish: string }>();
export const returnMoved = fact('return.moved', 1)<{ returnId: string; from: string; to: string }>();
export const contractSynced = fact('contract.synced', 1)<Synced & { contractId: string }>();
/** A contract began or ended by the clock: what rests on it is something else now. */
export const contractTurned = fact('contract.turned', 1)<{ contractId: string }>();
export const shopConnected = fact('shop.connected', 1)<{ shopId: string; kind: string; name: string }>();
export const shopChanged = fact('shop.changed', 1)<{ shopId: string; changed: string[] }>();
export const shopRemoved = fact('shop.removed', 1)<{ shopId: string; name: string }>();
/** What a shop sent could not be read, or asks something of a person. */
export const shopPayloadUnread = fact('shop.payload_unread', 1)<{ shopId: string; payloadId: string }>();
/** A shop asked that buyers of these orders be forgotten. */
export const buyersForgotten = fact('shop.buyers_forgotten', 1)<{ shopId: string; orders: number }>();
