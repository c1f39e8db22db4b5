// What of Shopify's webhook payloads is read (Admin API, resources Order, Fulfillment, Refund; mandatory compliance webhooks).
import { z } from 'zod';

/** Whole numbers on the wire, texts with us. */
const shopifyId = z.union([z.number().int(), z.string().min(1)]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const moment = z.iso.datetime({ offset: true });
const money = z.string().regex(/^\d{1,12}(\.\d{1,3})?$/);

const shopifyCustomer = z
  .object({ id: shopifyId, email: text, phone: text, first_name: text, last_name: text })
  .nullish()
  .transform((value) => value ?? null);

export const shopifyFulfillment = z.object({
  id: shopifyId,
  order_id: shopifyId,
  status: text,
  shipment_status: text,
  tracking_company: text,
  tracking_number: text,
  tracking_numbers: z.array(z.string()).nullish(),
  tracking_url: text,
  created_at: moment,
  updated_at: moment,
});
export type ShopifyFulfillment = z.output<typeof shopifyFulfillment>;

export const shopifyRefund = z.object({
  id: shopifyId,
  order_id: shopifyId,
  created_at: moment,
  note: text,
  refund_line_items: z
    .array(z.object({ quantity: z.number().int().min(1), line_item: z.object({ name: text, title: text }).nullish() }))
    .nullish(),
  transactions: z.array(z.object({ amount: money, kind: text, status: text })).nullish(),
});
export type ShopifyRefund = z.output<typeof shopifyRefund>;

export const shopifyOrder = z.object({
  id: shopifyId,
  name: z.string().min(1),
  email: text,
  phone: text,
  created_at: moment,
  updated_at: moment,
  cancelled_at: moment.nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total_price: money,
  financial_status: text,
  fulfillment_status: text,
  customer: shopifyCustomer,
  line_items: z.array(z.object({ name: text, title: text, sku: text, quantity: z.number().int().min(1), price: money })),
  fulfillments: z.array(shopifyFulfillment).nullish(),
  refunds: z.array(shopifyRefund).nullish(),
});
export type ShopifyOrder = z.output<typeof shopifyOrder>;

export const shopifyRedaction = z.object({ customer: z.object({ id: shopifyId }), orders_to_redact: z.array(shopifyId).nullish() });
