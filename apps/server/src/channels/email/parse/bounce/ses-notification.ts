import type { ReportedRecipient } from './delivery-status.ts';

const KIND = /"notificationType"\s*:\s*"(Bounce|Complaint|Delivery)"/;
const RECIPIENT = /\{[^{}]*"emailAddress"\s*:\s*"([^"]+)"[^{}]*\}/g;

/**
 * A notification of Amazon SES that a topic delivers by mail: JSON, or JSON within JSON. null when the text is none.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
export function readSesNotification(text: string): ReportedRecipient[] | null {
  const json = text.slice(0, 20_000).replace(/(?<!\\)\\+"/g, '"');
  const kind = /^\s*\{/.test(text) ? KIND.exec(json)?.[1] : undefined;
  if (!kind) return null;
  return [...json.matchAll(RECIPIENT)].map(([object, address = '']) => ({
    address,
    status: field(object, 'status'),
    diagnostic: field(object, 'diagnosticCode').replace(/^smtp;\s*/, ''),
    action: kind === 'Bounce' ? 'failed' : 'delivered',
  }));
}

const field = (object: string, name: string): string => new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(object)?.[1] ?? '';
