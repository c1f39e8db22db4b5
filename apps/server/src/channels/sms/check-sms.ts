import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { senderOf } from './deliver-sms.ts';
import { accountUrl, getTwilio } from './twilio.api.ts';

type OwnNumber = { phone_number?: string; sms_url?: string; capabilities?: { sms?: boolean } };

/** Whose account this is, whether the number is its own and can carry messages, and whether Twilio posts to us. @throws ChannelError */
export const checkSms: NonNullable<Channel['check']> = async (call) => {
  const { From: number } = senderOf(call);
  const { friendly_name, status } = await getTwilio(call, accountUrl(call, '.json'));
  if (status !== 'active') throw new ChannelError('credentials_refused', { detail: `account ${String(status)}`, aboutInbox: true });
  const account = bothOf(String(friendly_name ?? ''), number);
  // A messaging service has its webhook elsewhere, or with each of its numbers.
  return number ? { account, notes: { webhook: await webhookOf(call, number) } } : { account };
};

const bothOf = (name: string, number: string | undefined): string => [name, number].filter(Boolean).join(' · ');

async function webhookOf(call: Call, number: string): Promise<'active' | 'elsewhere' | 'none'> {
  const found = await getTwilio(call, accountUrl(call, `/IncomingPhoneNumbers.json?${new URLSearchParams({ PhoneNumber: number })}`));
  const numbers = Array.isArray(found.incoming_phone_numbers) ? (found.incoming_phone_numbers as OwnNumber[]) : [];
  const own = numbers.find(({ phone_number }) => phone_number === number);
  if (!own) throw new ChannelError('not_configured', { detail: `${number} is no number of this account`, aboutInbox: true });
  if (own.capabilities?.sms === false) throw new ChannelError('unsupported', { detail: `${number} carries no SMS`, aboutInbox: true });
  if (!own.sms_url) return 'none';
  return call.hookUrl === null || own.sms_url === call.hookUrl ? 'active' : 'elsewhere';
}
