import { createHash } from 'node:crypto';
import type { Block } from '@madoguchi/contract/messages.ts';
import { cleanFileName } from '../../platform/files/file-name.rules.ts';
import type { Settings } from '../channel.ts';
import type { InboundEvent, Line, RawPayload } from '../port/port.types.ts';
import { ownAddresses, ownAmong } from './addresses/addresses.rules.ts';
import { isBelieved, type MailVerdict, mailVerdict } from './authentication.rules.ts';
import { DIRECT, delivered, envelopeTo } from './envelope.rules.ts';
import { localeOfText } from './locale.rules.ts';
import type { MailHints } from './mail-hints.types.ts';
import { odditiesOf } from './oddities.rules.ts';
import type { MailAddress, ParsedMail } from './parse/mail.types.ts';
import { parseMail } from './parse/parse-mail.ts';
import { leftOutIn, leftOutWords } from './receive/left-out.rules.ts';

/** What our mark begins with in a mail that the mailbox sends itself, to prove that mail goes out and comes in. */
export const PROOF = 'proof:';

/** Mail of the last days that is read in later still waits for its answer. */
const NEWS_MS = 3 * 24 * 3_600_000;
const MOST_HTML = 100_000;
const MOST_QUOTED = 50_000;

/** A mail as events. What we sent ourselves, and what machines wrote, opens no conversation and is answered by nobody. */
export async function parseEmail(raw: RawPayload, settings: Settings): Promise<InboundEvent[]> {
  const mail = await parseMail(delivered(raw));
  const own = ownAddresses(settings);
  const from = mail.from?.address.toLowerCase() ?? '';
  if (own.includes(from)) return [isProof(mail) ? { kind: 'proof' } : { kind: 'ignored', because: 'own_mail' }];
  if (mail.bounce) return bounceEvents(mail);
  if (from === '') return [{ kind: 'ignored', because: 'no_sender' }];
  const judged = raw.headers[DIRECT] ? null : mailVerdict(mail.authenticationResults, String(settings.trustedServer ?? ''));
  const authentication = judged ?? ownVerdict(raw);
  const ourAddress = ownAmong(settings, [...envelopeTo(raw), ...[...mail.to, ...mail.cc].map(({ address }) => address)]);
  const line = lineOfMail(mail, settings, authentication, ourAddress);
  const hints = hintsOf(mail, envelopeTo(raw));
  const leftOut = leftOutIn(raw.headers);
  const at = mail.date ?? (raw.headers['internal-date'] ? new Date(raw.headers['internal-date']) : null);
  const externalId = mail.messageId ?? `sha256:${createHash('sha256').update(raw.body).digest('hex')}`;
  if (mail.autoReply)
    return [{ kind: 'remark', externalId, line, hints, text: `${mail.subject}\n\n${mail.visibleReply || mail.text}`.slice(0, 4000) }];
  return [
    {
      kind: 'message',
      externalId,
      line,
      hints,
      text: leftOut ? `${textOf(mail)}\n\n${leftOutWords(leftOut, line.locale ?? 'ja')}`.trim() : textOf(mail),
      subject: mail.subject.slice(0, 200) || '(no subject)',
      blocks: [mailBlock(mail, authentication, odditiesOf(mail, own))],
      // Of a mail that was cut off, so is its last file; all of them are named in the text.
      files: (leftOut ? [] : mail.attachments)
        .filter(({ size }) => size > 0)
        .map(({ name, type, content }) => ({ name, type, bytes: content })),
      ...(at ? { at } : {}),
      ...(raw.headers.backfill && at && raw.receivedAt.getTime() - at.getTime() > NEWS_MS ? { past: true } : {}),
    },
  ];
}

/** What we found out ourselves when the mail was read, where its server said nothing. */
const ownVerdict = ({ headers }: RawPayload): MailVerdict | null =>
  headers.authentication ? (JSON.parse(headers.authentication) as MailVerdict) : null;

const isProof = ({ ownLoopMark }: ParsedMail): boolean => ownLoopMark?.startsWith(PROOF) ?? false;

/** The part the customer wrote now; all of it, when nothing of theirs was found outside of quotes. */
const textOf = (mail: ParsedMail): string => (mail.visibleReply.trim() || mail.text.trim()).slice(0, 20_000);

function lineOfMail(mail: ParsedMail, settings: Settings, authentication: MailVerdict | null, ourAddress: string | null): Line {
  const { address, name } = mail.from!;
  const own = ownAddresses(settings);
  const locale = localeOfText(`${mail.subject}\n${textOf(mail)}`);
  const others = [...mail.to, ...mail.cc].filter(
    (one) => !own.includes(withoutPlus(one.address.toLowerCase())) && one.address.toLowerCase() !== address.toLowerCase(),
  );
  return {
    externalId: `mail:${mail.messageId ?? address}`,
    identity: { kind: 'email', value: address, verified: isBelieved(authentication) },
    ...(name ? { name } : {}),
    ...(locale ? { locale } : {}),
    state: {
      cc: others.map(written),
      replyTo: mail.replyTo[0]?.address ?? null,
      subject: mail.subject.slice(0, 200),
      ...(ourAddress ? { ourAddress } : {}),
    },
  };
}

const withoutPlus = (address: string): string => address.replace(/\+[^@]*@/, '@');
const written = ({ name, address }: MailAddress): string => (name ? `${name} <${address}>` : address);

const hintsOf = (mail: ParsedMail, envelope: readonly string[]): MailHints => ({
  references: [...new Set([mail.inReplyTo ?? '', ...mail.references.toReversed()])].filter(Boolean).slice(0, 50),
  addresses: [...envelope, ...[...mail.to, ...mail.cc].map(({ address }) => address)].slice(0, 50),
  subject: mail.subject,
  from: mail.from!.address.toLowerCase(),
});

const mailBlock = (mail: ParsedMail, authentication: MailVerdict | null, oddities: string[], inline = inlineOf(mail)): Block => ({
  type: 'mail',
  from: written(mail.from!),
  to: mail.to.map(written).slice(0, 50),
  cc: mail.cc.map(written).slice(0, 50),
  quoted: mail.quoted.slice(0, MOST_QUOTED),
  html: mail.html !== null && mail.html.length <= MOST_HTML ? mail.html : null,
  authentication,
  ...(inline.length > 0 ? { inline } : {}),
  ...(mail.wantsNoAnswer ? { noAnswer: true } : {}),
  ...(oddities.length > 0 ? { oddities } : {}),
});

/** Pictures that the HTML shows, by the name their files are kept under. */
const inlineOf = ({ attachments }: ParsedMail): { contentId: string; name: string }[] =>
  attachments
    .flatMap(({ inline, contentId, name }) => (inline && contentId ? [{ contentId, name: cleanFileName(name) }] : []))
    .slice(0, 50);

/** A bounce says of a message of ours that it did not arrive; one about anything else is nobody's here. */
function bounceEvents(mail: ParsedMail): InboundEvent[] {
  const { hard, recipients, originalMessageId } = mail.bounce!;
  if (!originalMessageId) return [{ kind: 'ignored', because: 'bounce_of_unknown' }];
  const [first] = recipients;
  const full = recipients.some(
    ({ status, diagnostic }) => /^[45]\.2\.2/.test(status) || /mailbox (is )?full|over ?quota/i.test(diagnostic),
  );
  if (!hard && !full) return [{ kind: 'ignored', because: 'delayed' }];
  return [
    {
      kind: 'receipt',
      externalId: originalMessageId,
      state: 'failed',
      code: full ? 'mailbox_full' : 'address_unknown',
      detail: [first?.address, first?.status, first?.diagnostic].filter(Boolean).join(' ').slice(0, 500),
      unreachable: hard && !full,
    },
  ];
}
