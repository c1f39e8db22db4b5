import type { Settings } from '../../channel.ts';
import { tokenIn } from '../../line/parse/link-word.rules.ts';
import { failureOfCode } from '../../meta/graph-errors.rules.ts';
import { bounded, idOf, listOf } from '../../port/bounded.rules.ts';
import type { InboundEvent, Line, RawPayload } from '../../port/port.types.ts';
import type { Change, CustomerMessage, Status, Webhook } from '../whatsapp.types.ts';
import { saidIn } from './message.rules.ts';

type Entry = NonNullable<Webhook['entry']>[number];

/**
 * A webhook as WhatsApp documents it (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples). What is for
 * another number of the same account is left aside: Meta posts everything of an app to one address.
 * @throws when it is no WhatsApp webhook at all
 */
export function parseWhatsapp({ body }: RawPayload, settings: Settings): InboundEvent[] {
  const webhook = JSON.parse(body.toString('utf8')) as Webhook | null;
  if (webhook?.object !== 'whatsapp_business_account' || !Array.isArray(webhook.entry)) throw new Error('no WhatsApp webhook');
  const changes = listOf<Entry | null>(webhook.entry).flatMap((entry) => listOf(entry?.changes));
  const events = changes.flatMap((change) => eventsOf(change, settings));
  return events.length > 0 ? events : [ignored('nothing')];
}

const ignored = (because: string): InboundEvent => ({ kind: 'ignored', because });

function eventsOf(change: Change | undefined, settings: Settings): InboundEvent[] {
  if (change?.field !== 'messages') return [ignored(`field:${bounded(change?.field, 60)}`)];
  const value = change.value ?? {};
  const number = idOf(value.metadata?.phone_number_id);
  if (number && number !== String(settings.phoneNumberId)) return [ignored('another_number')];
  const names = new Map(listOf(value.contacts).map((one) => [idOf(one?.wa_id), bounded(one?.profile?.name, 100)]));
  return [
    ...listOf(value.messages).map((message) => messageOf(message ?? {}, names)),
    ...listOf(value.statuses).map((status) => receiptOf(status ?? {})),
  ];
}

/** Seconds since 1970, as text. */
const timeOf = (seconds: unknown): { at?: Date } => (Number(seconds) > 0 ? { at: new Date(Number(seconds) * 1000) } : {});

function messageOf(message: CustomerMessage, names: ReadonlyMap<string, string>): InboundEvent {
  const [from, externalId] = [idOf(message.from), idOf(message.id)];
  if (!from || !externalId) return ignored('no_sender');
  const said = saidIn(message);
  if (!said) return ignored(bounded(message.type, 60));
  const name = names.get(from);
  const line: Line = {
    externalId: from,
    identity: { kind: 'whatsapp', value: from, verified: true },
    // The id is the phone number in digits.
    ...(/^\d{8,15}$/.test(from) ? { also: [{ kind: 'phone', value: `+${from}` }] } : {}),
    ...(name ? { name } : {}),
    state: { lastMessageId: externalId },
  };
  const token = message.type === 'text' ? tokenIn(said.text) : null;
  if (token) return { kind: 'linked', line, token, ...timeOf(message.timestamp) };
  const repliesTo = idOf(message.context?.id);
  return { kind: 'message', externalId, line, ...timeOf(message.timestamp), ...said, ...(repliesTo ? { repliesTo } : {}) };
}

function receiptOf({ id, status, timestamp, errors }: Status): InboundEvent {
  const externalId = idOf(id);
  if (!externalId) return ignored('no_id');
  const about = { kind: 'receipt', externalId, ...timeOf(timestamp) } as const;
  if (status === 'delivered') return { ...about, state: 'delivered' };
  if (status === 'read' || status === 'played') return { ...about, state: 'seen' };
  if (status !== 'failed') return ignored(`status:${bounded(status, 60)}`);
  const error = listOf(errors)[0];
  const detail = [error?.code, error?.error_data?.details ?? error?.message ?? error?.title].filter(Boolean).join(' · ');
  return { ...about, state: 'failed', code: failureOfCode(error?.code), detail: bounded(detail, 500) };
}
