import type { SendMailOptions } from 'nodemailer';
import { fillVariables } from '../../../canned-responses/variables.rules.ts';
import type { Call } from '../../port/call.types.ts';
import { numberedLines } from '../../port/choices.rules.ts';
import type { Outbound } from '../../port/port.types.ts';
import { mainAddress, type Sender, senderOn } from '../addresses/addresses.rules.ts';
import { mailIdOf, plusAddressOf } from '../message-ids.rules.ts';
import { htmlOf } from './links-html.rules.ts';
import { partFiles } from './part-files.ts';

export type ComposedMail = SendMailOptions & { messageId: string };

type LineState = { cc?: string[]; replyTo?: string | null; subject?: string };

/** A message of ours as a mail: answering the customer's last one, with our own signed name, the signature and the files. */
export async function composeMail(call: Call, message: Outbound, mostBytes: number): Promise<ComposedMail> {
  const { settings, inbox } = call;
  const state = message.line.state as LineState;
  const us = senderOn(settings, inbox.name, message.line.state);
  const { along, links } = await partFiles(message, mostBytes, call.now());
  const messageId = mailIdOf(inbox.key, message.messageId, mainAddress(settings));
  const references = message.earlier.filter((id) => /^[^\s<>@]+@[^\s<>@]+$/.test(id)).map((id) => `<${id}>`);
  const automatic = message.author.kind !== 'agent';
  const mail: ComposedMail = {
    messageId: `<${messageId}>`,
    date: message.at,
    from: { name: us.name, address: us.address },
    to: state.replyTo || message.line.identity.value,
    ...(state.cc?.length && !automatic ? { cc: state.cc } : {}),
    ...(settings.plusAddresses ? { replyTo: plusAddressOf(inbox.key, message.messageId, us.address) } : {}),
    subject: subjectOf(message, state),
    text: bodyOf(message, us, links),
    ...(message.links.length > 0 ? { html: htmlOf(message, signatureOf(message, us)) } : {}),
    ...(references.length > 0 ? { inReplyTo: references.at(-1)!, references } : {}),
    headers: {
      'X-Madoguchi-Loop': inbox.id,
      ...(automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {}),
    },
    attachments: along.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  };
  if (settings.charset !== 'iso-2022-jp') return mail;
  const { composeIso2022Jp } = await import('./iso-2022-jp.ts');
  return composeIso2022Jp(mail);
}

function subjectOf({ conversation, subject: own }: Outbound, { subject = conversation.subject }: LineState): string {
  if (own?.trim()) return own.trim();
  const plain = subject.trim() || conversation.subject || `#${conversation.number}`;
  return /^\s*re\s*[:：]/i.test(plain) ? plain : `Re: ${plain}`;
}

function bodyOf(message: Outbound, us: Sender, links: string): string {
  const quote = message.quote ? [`■ ${message.quote.title}`, message.quote.text, message.quote.url ?? ''].filter(Boolean).join('\n') : '';
  const signature = signatureOf(message, us);
  const beside = message.links.map(({ label, url }) => `${label}\n${url}`).join('\n');
  const parts = [message.text, quote, numberedLines(message.choices), beside, links].filter((part) => part.trim() !== '');
  return `${parts.join('\n\n')}${signature ? `\n\n-- \n${signature}` : ''}\n`;
}

function signatureOf(message: Outbound, { signature }: Sender): string {
  const agent = message.author.kind === 'agent' ? message.author.name : '';
  const { conversation, customer } = message;
  return fillVariables(signature, {
    'agent.name': agent,
    'customer.name': customer.name,
    'conversation.number': String(conversation.number),
  })
    .replaceAll('{agent}', agent)
    .trim();
}
