import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { checkSms } from './check-sms.ts';
import { deliverSms, sendCodeBySms } from './deliver-sms.ts';
import { isE164 } from './numbers.rules.ts';
import { parseSms } from './parse-sms.ts';
import { TEXT_LIMIT } from './parts.rules.ts';
import { API, basicAuth, errorOfTwilio } from './twilio.api.ts';
import { verifySms } from './verify.ts';

/** Text messages by a number, or a messaging service, of Twilio. */
export const smsChannel: Channel = {
  name: 'sms',
  fields: [
    { name: 'accountSid', kind: 'text', required: true },
    { name: 'authToken', kind: 'secret', required: true },
    { name: 'sender', kind: 'choice', required: true, choices: ['number', 'service'], default: 'number' },
    { name: 'from', kind: 'text', required: true, when: { field: 'sender', is: ['number'] } },
    { name: 'messagingServiceSid', kind: 'text', required: true, when: { field: 'sender', is: ['service'] } },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: false,
    typing: false,
    textCharacters: TEXT_LIMIT,
    countsSegments: true,
    replyWindowHours: null,
    idempotentSend: false,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 2,
  verify: verifySms,
  parse: parseSms,
  newLine: ({ kind, value }) => (kind === 'phone' && isE164(value) ? value : null),
  sendText: sendCodeBySms,
  fetchFile,
  deliver: deliverSms,
  check: checkSms,
};

/** A picture that came along: kept by Twilio, for those who know the account's token. @throws ChannelError */
async function fetchFile(call: Call, ref: string): Promise<{ bytes: Buffer }> {
  if (!ref.startsWith(`${API}/`)) throw new ChannelError('rejected', { detail: 'not kept by Twilio' });
  const answer = await call.ask(ref, { headers: basicAuth(call) });
  if (answer.status !== 200) throw errorOfTwilio(answer);
  return { bytes: answer.body };
}
