import { twilioSignature } from '../../../apps/server/src/channels/sms/verify.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const authToken = 'soak-twilio-token';
const accountSid = `AC${'0'.repeat(32)}`;
const ours = '+815012345678';

/** Text messages by Twilio: forms, signed with their address. https://www.twilio.com/docs/messaging/guides/webhook-request */
export const smsSender: Sender = {
  channel: 'sms',
  settings: { accountSid, authToken, sender: 'number', from: ours },
  origins: ['https://api.twilio.com'],
  answers: true,
  idempotent: false,
  line: ({ base, key }, n) => ({
    id: `sms-${n}`,
    say: (seq, text) => {
      const sid = `SM${String(n).padStart(16, '0')}${String(seq).padStart(16, '0')}`;
      const form = new URLSearchParams({
        MessageSid: sid,
        SmsSid: sid,
        AccountSid: accountSid,
        From: `+8190${String(10_000_000 + n)}`,
        To: ours,
        Body: text,
        NumMedia: '0',
        NumSegments: '1',
      });
      const url = `${base}/api/hooks/${key}`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilioSignature(authToken, url, form),
      };
      return () => posted({ url, body: form.toString(), headers });
    },
  }),
};
