import { createHmac, timingSafeEqual } from 'node:crypto';
import { wordsFor } from '../../platform/words.ts';
import type { HookRequest, HookVerdict, Settings } from '../channel.ts';
import { isE164, languageOf } from './numbers.rules.ts';
import { wishIn } from './opt-out.rules.ts';

/** https://www.twilio.com/docs/usage/security#validating-requests: the address as Twilio used it, then the form’s fields by name. */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const said = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', authToken)
    .update(url + said.join(''))
    .digest('base64');
}

/** Beside a payload's own headers: which text with a code it is about. */
export const TEXT_HEADER = 'x-code-text';

/** Twilio names a message once, and each of its states. Its answer is read as TwiML: what it says goes out as a text message. */
export function verifySms({ authToken }: Settings, { headers, query, body, url }: HookRequest): HookVerdict {
  if (!authToken) return { kind: 'refuse' };
  const form = new URLSearchParams(body.toString('utf8'));
  const given = Buffer.from(headers['x-twilio-signature'] ?? '');
  const expected = Buffer.from(twilioSignature(String(authToken), url, form));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'refuse' };
  const externalId = [form.get('MessageSid'), form.get('MessageStatus')].filter(Boolean).join(':');
  return {
    kind: 'keep',
    ...(externalId ? { externalId } : {}),
    ...(query.text ? { headers: { [TEXT_HEADER]: query.text } } : {}),
    answer: { type: 'text/xml; charset=utf-8', body: `<?xml version="1.0" encoding="UTF-8"?><Response>${confirmationIn(form)}</Response>` },
  };
}

/** The one word that confirms a wish to hear no more, or to hear again; none where Twilio says it for us (`OptOutType`). */
function confirmationIn(form: URLSearchParams): string {
  const from = form.get('From') ?? '';
  const wish = form.has('MessageStatus') || form.has('OptOutType') || !isE164(from) ? null : wishIn(form.get('Body') ?? '');
  if (!wish?.confirm) return '';
  return `<Message>${wordsFor(languageOf(from))(wish.reachable ? 'channel.sms_started' : 'channel.sms_stopped')}</Message>`;
}
