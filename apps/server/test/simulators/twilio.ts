import { smsSegments } from '@madoguchi/contract/sms-segments.ts';
import { twilioSignature } from '../../src/channels/sms/verify.ts';
import { type Answer, type Asked, platformStub } from '../platform-stub.ts';

type Refusal = { status: number; code: number; message: string; headers?: Record<string, string> };

export const accountSid = `AC${'1a'.repeat(16)}`;
const PHOTO = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const no = ({ status, code, message, headers = {} }: Refusal): Answer => ({
  status,
  headers,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

/** Twilio on this machine: one account with one number; checks credentials, keeps what it sends, signs its webhooks, refuses on demand. */
export async function twilioSimulator({ authToken, number }: { authToken: string; number: string }) {
  const state = { authToken, smsUrl: '', status: 'active' };
  const refusals: Refusal[] = [];
  const sent: { sid: string; form: URLSearchParams }[] = [];

  const create = ({ body }: Asked): Answer => {
    const form = new URLSearchParams(body.toString('utf8'));
    const refusal = refusals.shift();
    if (refusal) return no(refusal);
    const sid = `SM${String(sent.length + 1).padStart(32, '0')}`;
    sent.push({ sid, form });
    const text = form.get('Body') ?? '';
    return {
      status: 201,
      body: {
        sid,
        account_sid: accountSid,
        to: form.get('To'),
        from: form.get('From'),
        body: text,
        status: 'queued',
        direction: 'outbound-api',
        num_segments: String(smsSegments(text).segments),
        num_media: '0',
        error_code: null,
        error_message: null,
      },
    };
  };

  const stub = await platformStub((asked) => {
    const expected = `Basic ${Buffer.from(`${accountSid}:${state.authToken}`).toString('base64')}`;
    if (asked.headers.authorization !== expected) return no({ status: 401, code: 20003, message: 'Authenticate' });
    const path = asked.path.split('?')[0]!;
    if (path.includes('/Media/')) return { raw: PHOTO, headers: { 'content-type': 'image/png' } };
    if (path.endsWith('/Messages.json')) return create(asked);
    if (path.endsWith('/IncomingPhoneNumbers.json')) return { body: { incoming_phone_numbers: [ownNumber(number, state.smsUrl)] } };
    if (path.endsWith(`/${accountSid}.json`))
      return { body: { sid: accountSid, friendly_name: '葉月茶舗', status: state.status, type: 'Full' } };
    return no({ status: 404, code: 20404, message: 'The requested resource was not found' });
  });

  return {
    ...stub,
    state,
    refusals,
    sent,
    /** The body and headers of a webhook of Twilio's to an address. */
    webhook: (url: string, fields: Record<string, string>, { token = authToken } = {}) => {
      const form = new URLSearchParams(fields);
      const headers = {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': twilioSignature(token, url, form),
      };
      return { body: form.toString(), headers };
    },
  };
}

const ownNumber = (number: string, smsUrl: string) => ({
  sid: `PN${'2b'.repeat(16)}`,
  account_sid: accountSid,
  phone_number: number,
  sms_url: smsUrl,
  capabilities: { voice: true, sms: true, mms: false, fax: false },
});
