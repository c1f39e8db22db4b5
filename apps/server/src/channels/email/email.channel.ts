import { MailRefused } from '../../platform/mail-transport/mail-refused.ts';
import { handToServer } from '../../platform/mail-transport/smtp.ts';
import type { Channel } from '../channel.ts';
import { certificateNote } from '../health/certificate-ends.ts';
import { ChannelError } from '../port/channel-error.ts';
import { acknowledgementOf, subjectOfAcknowledgement } from './acknowledgement.rules.ts';
import { keptAddresses } from './addresses/addresses.queries.ts';
import { senderOn, settingsOfAddresses } from './addresses/addresses.rules.ts';
import { emailFields } from './email.fields.ts';
import { PROOF, parseEmail } from './email.parse.ts';
import { followsMail } from './place/follows.rules.ts';
import { placeMail } from './place/place-mail.ts';
import { listFolders } from './receive/folder-list.ts';
import { deliverMail } from './send/deliver-mail.ts';
import { mailErrorOf } from './send/mail-error.rules.ts';
import { FILES_BY_LINK } from './send/part-files.ts';
import { hostsOf, loginOf } from './sign-in.ts';
import { wayIn, waysIn } from './ways-in.ts';

/** E-mail: a mailbox read by IMAP or mail brought to this server, answered by SMTP. */
export const emailChannel: Channel = {
  name: 'email',
  fields: emailFields,
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    links: true,
    readMarks: false,
    typing: false,
    textCharacters: 20_000,
    replyWindowHours: null,
    // The Message-ID is the same at every try: mailboxes show one mail.
    idempotentSend: true,
    batch: 1,
    linesPart: true,
    backfill: true,
    filesByLink: FILES_BY_LINK,
    firstAnswer: 'human',
  },
  version: 1,
  parse: parseEmail,
  parsedApart: { module: new URL('./email.parse.ts', import.meta.url), as: 'parseEmail' },
  more: async (tx, workspaceId, inboxId) => settingsOfAddresses(await keptAddresses(tx, workspaceId, inboxId)),
  sender: (settings, state) => senderOn(settings, '', state).address || null,
  place: placeMail,
  follows: followsMail,
  deliver: deliverMail,
  newLine: ({ kind }, conversationId) => (kind === 'email' ? `mail:${conversationId}` : null),
  connect: (call, hear) => waysIn[wayIn(call.settings)].connect(call, hear),
  folders: listFolders,
  acknowledge({ settings, inbox }, { blocks, ...opened }) {
    if (!settings.acknowledge || blocks.some((block) => block.type === 'mail' && block.noAnswer)) return null;
    const us = senderOn(settings, inbox.name, opened.state);
    const own = us.acknowledgements[opened.locale];
    const said = { ...opened, shop: us.name };
    const text = acknowledgementOf(own?.text || String(settings.acknowledgement ?? ''), said);
    return own?.subject.trim() ? { text, subject: subjectOfAcknowledgement(own.subject, said) } : { text };
  },
  async check(call) {
    const way = wayIn(call.settings);
    await waysIn[way].check(call);
    const door = way === 'receiver' ? await call.receiver() : null;
    return { account: String(call.settings.address), notes: certificateNote(door?.certificateEnds ?? null) };
  },
  async prove(call) {
    if (wayIn(call.settings) === 'none') return false;
    const address = String(call.settings.address);
    const { smtp } = hostsOf(call.settings);
    try {
      await handToServer(
        { ...smtp, ...(await loginOf(call)), addresses: await call.addressesOf(smtp.host, smtp.port) },
        {
          from: address,
          to: address,
          subject: 'Madoguchi',
          text: 'This mail shows that mail goes out and comes in. It is removed by itself.\n',
          headers: { 'X-Madoguchi-Loop': `${PROOF}${call.now().getTime()}`, 'Auto-Submitted': 'auto-generated' },
        },
      );
    } catch (error) {
      if (error instanceof MailRefused) {
        const refused = mailErrorOf(error);
        // Here the recipient is the mailbox itself.
        if (refused.code !== 'mailbox_full') throw refused;
        throw new ChannelError('inbox_full', { detail: refused.detail, aboutInbox: true });
      }
      throw error;
    }
    return true;
  },
};
