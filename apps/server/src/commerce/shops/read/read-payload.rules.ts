// Pure: what a payload tells of, whichever kind of shop sent it.
import type { ShopKind } from '@madoguchi/contract/shops.ts';
import { readGeneric } from './generic.rules.ts';
import type { ReadShopPayload } from './shop-event.types.ts';
import { readShopify } from './shopify.rules.ts';

export const readShopPayload = ({ kind, source }: { kind: ShopKind; source: string }, topic: string, body: Buffer): ReadShopPayload =>
  kind === 'shopify' ? readShopify(source, topic, body) : readGeneric(body);
