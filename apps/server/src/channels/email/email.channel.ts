import { MailRefused } from '../../platform/mail-transport/mail-refused.ts';
import { handToServer } from '../../platform/mail-transport/smtp.ts';
import type { Channel } from '../channel.ts';
import { ChannelError } from '../port/channel-error.ts';
import { acknowledgementOf } from './acknowledgement.rules.ts';
import { emailFields } from './email.fields.ts';
import { PROOF, parseEmail } from './email.parse.ts';
import { placeMail } from './place/place-mail.ts';
import { checkMailbox, readMailbox } from './receive/read-mailbox.ts';
import { deliverMail } from './send/deliver-mail.ts';
import { hostsOf, loginOf } from './sign-in.ts';

/** E-mail: a mailbox read by IMAP, answered by SMTP. */
export const emailChannel: Channel = {
  name: 'email',
  fields: emailFields,
  capabilities: {
    images: true,
    files: true,
    buttons: 0,
    readMarks: false,
    typing: false,
    textCharacters: 20_000,
    replyWindowHours: null,
    // The Message-ID is the same at every try: mailboxes show one mail.
    idempotentSend: true,
    batch: 1,
    linesPart: true,
    backfill: true,
    firstAnswer: 'human',
  },
  version: 1,
  parse: parseEmail,
  place: placeMail,
  deliver: deliverMail,
  newLine: ({ kind }, conversationId) => (kind === 'email' ? `mail:${conversationId}` : null),
  connect: readMailbox,
  acknowledge({ settings, inbox }, { blocks, ...opened }) {
    if (!settings.acknowledge || blocks.some((block) => block.type === 'mail' && block.noAnswer)) return null;
    return acknowledgementOf(String(settings.acknowledgement ?? ''), { ...opened, shop: String(settings.fromName || inbox.name) });
  },
  async check(call) {
    await checkMailbox(call);
    return { account: String(call.settings.address) };
  },
  async prove(call) {
    const address = String(call.settings.address);
    const { smtp } = hostsOf(call.settings);
    try {
      await handToServer(
        { ...smtp, ...(await loginOf(call)) },
        {
          from: address,
          to: address,
          subject: 'Madoguchi',
          text: 'This mail shows that mail goes out and comes in. It is removed by itself.\n',
          headers: { 'X-Madoguchi-Loop': `${PROOF}${call.now().getTime()}`, 'Auto-Submitted': 'auto-generated' },
        },
      );
    } catch (error) {
      if (error instanceof MailRefused)
        throw new ChannelError(
          error.failure === 'sign_in' ? 'credentials_refused' : error.failure === 'tls' ? 'certificate_invalid' : 'platform_down',
          {
            detail: error.message,
            temporary: true,
          },
        );
      throw error;
    }
  },
};
