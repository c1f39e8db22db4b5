import type { HookRequest, HookVerdict, Settings } from '../channel.ts';
import type { InboundEvent, Line, RawPayload } from '../port/port.types.ts';
import { postRefused, signatureRefused } from './api.errors.ts';
import { signatureFault } from './api.signature.ts';
import { type ApiMessage, type ApiReceipt, apiPost } from './api.types.ts';

/**
 * A wrong post is refused at once, with what is wrong with it by the field, and nothing of it is kept.
 * @throws signatureRefused · postRefused
 */
export function verifyApi({ secret }: Settings, request: HookRequest, nowMs = Date.now()): HookVerdict {
  if (!secret) return { kind: 'refuse' };
  const fault = signatureFault(String(secret), request, nowMs);
  if (fault) throw signatureRefused(fault);
  const read = apiPost.safeParse(jsonOf(request.body));
  if (!read.success)
    throw postRefused({ errors: read.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })) });
  // The very same request again says nothing new; the same body signed anew may: a message of ours that failed twice.
  return { kind: 'keep', externalId: request.headers['x-madoguchi-signature']! };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** @throws when it is not a post as documented: `verifyApi` lets none of those in */
export function parseApi({ body }: RawPayload): InboundEvent[] {
  const { messages = [], receipts = [] } = apiPost.parse(JSON.parse(body.toString('utf8')));
  return [...messages.map(eventOf), ...receipts.map(receiptOf)];
}

function eventOf({ id, from, text, files = [], at, subject, pressed }: ApiMessage): InboundEvent {
  const line: Line = {
    externalId: from.id,
    identity: { kind: 'api', value: from.id, verified: true },
    ...(from.name ? { name: from.name } : {}),
    ...(from.locale ? { locale: from.locale } : {}),
  };
  return {
    kind: 'message',
    externalId: id,
    line,
    text,
    files: files.map(({ name, url }) => ({ name, ref: url })),
    ...(at ? { at: new Date(at) } : {}),
    ...(subject ? { subject } : {}),
    ...(pressed ? { pressed } : {}),
  };
}

const receiptOf = ({ id, state, detail, at }: ApiReceipt): InboundEvent => ({
  kind: 'receipt',
  externalId: id,
  state,
  ...(detail ? { detail } : {}),
  ...(at ? { at: new Date(at) } : {}),
});
