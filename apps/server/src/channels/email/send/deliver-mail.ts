import { MailRefused } from '../../../platform/mail-transport/mail-refused.ts';
import { handToServer } from '../../../platform/mail-transport/smtp.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound } from '../../port/port.types.ts';
import { hostsOf, loginOf } from '../sign-in.ts';
import { composeMail } from './compose-mail.ts';
import { mailErrorOf } from './mail-error.rules.ts';
import { FILES_BY_LINK } from './part-files.ts';

/**
 * Hands one message to the mailbox's server. Its Message-ID is the same at every try, so that a mail handed over twice (the process died
 * before it could write down the first time) is one mail to whoever receives it. @throws ChannelError
 */
export async function deliverMail(
  call: Call,
  [message]: readonly Outbound[],
  sent: (message: Outbound, externalIds: string[]) => Promise<void>,
): Promise<void> {
  if (!message) return;
  const { smtp } = hostsOf(call.settings);
  const login = await loginOf(call);
  const to = { ...smtp, ...login, addresses: await call.addressesOf(smtp.host, smtp.port) };
  const handOver = async (mostBytes: number): Promise<string> => {
    const mail = await composeMail(call, message, mostBytes);
    try {
      await handToServer(to, mail);
      return mail.messageId;
    } catch (error) {
      if (error instanceof MailRefused) throw mailErrorOf(error);
      throw error;
    }
  };
  const messageId = await handOver(FILES_BY_LINK.aboveBytes).catch((error: unknown) => {
    // A server that takes less than most gets the text alone, and the files stand behind links.
    const canShrink = message.files.some(({ url }) => url !== null);
    if (error instanceof ChannelError && error.code === 'too_large' && canShrink) return handOver(0);
    throw error;
  });
  await sent(message, [messageId.slice(1, -1)]);
}
