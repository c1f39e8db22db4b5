import type { SendMailOptions } from 'nodemailer';
import type { Call } from '../../port/call.types.ts';
import { numberedLines } from '../../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { mailIdOf, plusAddressOf } from '../message-ids.rules.ts';

export type ComposedMail = SendMailOptions & { messageId: string };

type LineState = { cc?: string[]; replyTo?: string | null; subject?: string };

/** A message of ours as a mail: answering the customer's last one, with our own signed name, the signature and the files. */
export async function composeMail(call: Call, message: Outbound, mostBytes: number): Promise<ComposedMail> {
  const { settings, inbox } = call;
  const address = String(settings.address);
  const state = message.line.state as LineState;
  const { along, links } = await partFiles(message.files, mostBytes);
  const messageId = mailIdOf(inbox.key, message.messageId, address);
  const references = message.earlier.filter((id) => /^[^\s<>@]+@[^\s<>@]+$/.test(id)).map((id) => `<${id}>`);
  const automatic = message.author.kind !== 'agent';
  const mail: ComposedMail = {
    messageId: `<${messageId}>`,
    date: message.at,
    from: { name: String(settings.fromName || inbox.name), address },
    to: state.replyTo || message.line.identity.value,
    ...(state.cc?.length && !automatic ? { cc: state.cc } : {}),
    ...(settings.plusAddresses ? { replyTo: plusAddressOf(inbox.key, message.messageId, address) } : {}),
    subject: subjectOf(message, state),
    text: bodyOf(message, settings, links),
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

function subjectOf({ conversation }: Outbound, { subject = conversation.subject }: LineState): string {
  const plain = subject.trim() || conversation.subject || `#${conversation.number}`;
  return /^\s*re\s*[:：]/i.test(plain) ? plain : `Re: ${plain}`;
}

function bodyOf(message: Outbound, settings: Call['settings'], links: readonly string[]): string {
  const quote = message.quote ? [`■ ${message.quote.title}`, message.quote.text, message.quote.url ?? ''].filter(Boolean).join('\n') : '';
  const signature = String(settings.signature ?? '')
    .replaceAll('{agent}', message.author.kind === 'agent' ? message.author.name : '')
    .trim();
  const parts = [message.text, quote, numberedLines(message.choices), links.join('\n')].filter((part) => part.trim() !== '');
  return `${parts.join('\n\n')}${signature ? `\n\n-- \n${signature}` : ''}\n`;
}

type Along = { name: string; type: string; content: Buffer };

/** Files that go along, and lines that say where the others are. */
async function partFiles(files: readonly OutboundFile[], mostBytes: number): Promise<{ along: Along[]; links: string[] }> {
  const along: Along[] = [];
  const links: string[] = [];
  let bytes = 0;
  for (const file of files) {
    if (bytes + file.sizeInBytes > mostBytes && file.url) {
      links.push(`${file.name}: ${file.url}`);
      continue;
    }
    bytes += file.sizeInBytes;
    along.push({ name: file.name, type: file.type, content: await file.read() });
  }
  return { along, links };
}
