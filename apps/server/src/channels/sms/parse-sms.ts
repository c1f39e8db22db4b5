import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import { bounded } from '../port/bounded.rules.ts';
import type { InboundEvent, InboundFile, Line, RawPayload } from '../port/port.types.ts';
import { isE164, languageOf } from './numbers.rules.ts';
import { wishIn } from './opt-out.rules.ts';
import { failureOf } from './twilio-errors.rules.ts';
import { TEXT_HEADER } from './verify.ts';

/**
 * A webhook of Twilio's: a message that came in (https://www.twilio.com/docs/messaging/guides/webhook-request), or the state of one of ours
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 * @throws when it names no message
 */
export function parseSms({ headers, body, receivedAt }: RawPayload): InboundEvent[] {
  const form = new URLSearchParams(body.toString('utf8'));
  const field = (name: string, longest = 300) => bounded(form.get(name) ?? '', longest);
  const sid = field('MessageSid') || field('SmsSid');
  if (!sid) throw new Error('no webhook of Twilio Messaging: it has no MessageSid');
  const status = field('MessageStatus');
  if (status) return [ofText(headers[TEXT_HEADER], receiptOf(sid, status, field('ErrorCode'), receivedAt))];
  const from = field('From');
  // whatsapp:…, a short code, a name: nobody we could answer by text message.
  if (!isE164(from)) return [{ kind: 'ignored', because: `sender:${from.slice(0, 40)}` }];
  const line: Line = { externalId: from, identity: { kind: 'phone', value: from, verified: true }, locale: languageOf(from) };
  const text = field('Body', 20_000);
  const wish = wishIn(text);
  if (wish) return [{ kind: 'reach', line, reachable: wish.reachable, because: wish.reachable ? 'opted_in' : 'opted_out', at: receivedAt }];
  return [{ kind: 'message', externalId: sid, line, text, files: filesIn(form), at: receivedAt }];
}

/** Of a text with a code only that it was lost is of use: its customer has told us that it came by writing the code. */
function ofText(textId: string | undefined, receipt: InboundEvent): InboundEvent {
  if (!textId || receipt.kind !== 'receipt') return receipt;
  if (receipt.state !== 'failed') return { kind: 'ignored', because: `code:${receipt.state}` };
  return { kind: 'text_lost', textId: bounded(textId, 60), code: receipt.code ?? 'rejected' };
}

/** `queued`, `sending` and `sent` say nothing that is not known. */
function receiptOf(externalId: string, status: string, errorCode: string, at: Date): InboundEvent {
  if (status === 'delivered' || status === 'read')
    return { kind: 'receipt', externalId, state: status === 'read' ? 'seen' : 'delivered', at };
  if (status !== 'undelivered' && status !== 'failed' && status !== 'canceled')
    return { kind: 'ignored', because: `status:${status.slice(0, 40)}` };
  const code: ChannelFailure = failureOf(Number(errorCode)) ?? 'rejected';
  return { kind: 'receipt', externalId, state: 'failed', code, detail: errorCode ? `Twilio ${errorCode}` : `Twilio: ${status}`, at };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'audio/amr': 'amr',
  'audio/mpeg': 'mp3',
  'application/pdf': 'pdf',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};
/** Twilio ends at ten. */
const MOST_FILES = 10;

function filesIn(form: URLSearchParams): InboundFile[] {
  const count = Math.min(Number(form.get('NumMedia')) || 0, MOST_FILES);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const type = bounded(form.get(`MediaContentType${index}`) ?? '', 100).toLowerCase();
    const extension = EXTENSIONS[type];
    return { ref: bounded(form.get(`MediaUrl${index}`) ?? '', 2000), type, name: `media-${index + 1}${extension ? `.${extension}` : ''}` };
  }).filter(({ ref }) => ref !== '');
}
