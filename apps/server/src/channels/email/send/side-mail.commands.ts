import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import { fillVariables } from '../../../canned-responses/variables.rules.ts';
import { MailRefused } from '../../../platform/mail-transport/mail-refused.ts';
import { handToServer } from '../../../platform/mail-transport/smtp.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { mainAddress, senderOn } from '../addresses/addresses.rules.ts';
import { mailIdOf, plusAddressOf } from '../message-ids.rules.ts';
import { hostsOf, loginOf } from '../sign-in.ts';
import type { ComposedMail } from './compose-mail.ts';
import { mailErrorOf } from './mail-error.rules.ts';

/** A mail to somebody who is not the customer. `earlier`: Message-IDs of what was said before, oldest first, without brackets. */
type SideMail = {
  id: string;
  at: Date;
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  text: string;
  author: string;
  conversationNumber: number;
  files: readonly { name: string; type: string; content: Buffer }[];
  earlier: readonly string[];
};

/** Taken by the server under this Message-ID, or why not. */
export type SideMailFate =
  | { mailId: string }
  | { code: ChannelFailure; detail: string; temporary: boolean; retryAfterMs: number | null; aboutInbox: boolean };

/** The Message-ID that a side mail of an inbox goes out under: the same at every try, and no mark of a message to a customer. */
const sideMailId = (call: Call, id: string): string => mailIdOf(call.inbox.key, id, mainAddress(call.settings));

/** Hands a side mail to the mailbox's server, from the inbox's own address and with its signature, which names no customer. */
export async function sendSideMail(call: Call, side: SideMail): Promise<SideMailFate> {
  const { smtp } = hostsOf(call.settings);
  try {
    const mail = await composed(call, side);
    const login = await loginOf(call);
    await handToServer({ ...smtp, ...login, addresses: await call.addressesOf(smtp.host, smtp.port) }, mail);
    return { mailId: sideMailId(call, side.id) };
  } catch (error) {
    const known = error instanceof MailRefused ? mailErrorOf(error) : error;
    if (!(known instanceof ChannelError)) throw error;
    const { code, detail, temporary, retryAfterMs, aboutInbox } = known;
    return { code, detail, temporary, retryAfterMs, aboutInbox };
  }
}

async function composed(call: Call, side: SideMail): Promise<ComposedMail> {
  const { settings, inbox } = call;
  const us = senderOn(settings, inbox.name, {});
  const signature = fillVariables(us.signature, { 'agent.name': side.author, 'conversation.number': String(side.conversationNumber) })
    .replaceAll('{agent}', side.author)
    .trim();
  const references = side.earlier.map((one) => `<${one}>`);
  const mail: ComposedMail = {
    messageId: `<${sideMailId(call, side.id)}>`,
    date: side.at,
    from: { name: us.name, address: us.address },
    to: [...side.to],
    ...(side.cc.length > 0 ? { cc: [...side.cc] } : {}),
    ...(settings.plusAddresses ? { replyTo: plusAddressOf(inbox.key, side.id, us.address) } : {}),
    subject: side.subject,
    text: `${side.text}${signature ? `\n\n-- \n${signature}` : ''}\n`,
    ...(references.length > 0 ? { inReplyTo: references.at(-1)!, references } : {}),
    headers: { 'X-Madoguchi-Loop': inbox.id },
    attachments: side.files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  };
  if (settings.charset !== 'iso-2022-jp') return mail;
  const { composeIso2022Jp } = await import('./iso-2022-jp.ts');
  return composeIso2022Jp(mail);
}
