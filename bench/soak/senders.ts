import type { Outbox } from './outbox.ts';
import { apiSender } from './senders/api.ts';
import { blueskySender } from './senders/bluesky.ts';
import { chatSender } from './senders/chat.ts';
import { emailSender } from './senders/email.ts';
import { formSender } from './senders/form.ts';
import { lineSender } from './senders/line.ts';
import { mastodonSender } from './senders/mastodon.ts';
import { instagramSender, messengerSender, whatsappSender } from './senders/meta.ts';
import { smsSender } from './senders/sms.ts';
import { telegramSender } from './senders/telegram.ts';
import { xSender } from './senders/x.ts';
import type { Sender } from './soak.types.ts';

const POSTING: readonly Sender[] = [
  apiSender,
  chatSender,
  formSender,
  lineSender,
  whatsappSender,
  messengerSender,
  instagramSender,
  smsSender,
  telegramSender,
];

type Wish = { outbox: Outbox; withMail: boolean; channels?: readonly string[] };

/** Every platform that writes to us; e-mail where there is a mail server to start. */
export async function sendersWith({ outbox, withMail, channels }: Wish): Promise<Sender[]> {
  const isWanted = (name: string) => channels === undefined || channels.includes(name);
  const networks = [xSender, blueskySender, mastodonSender].map((make) => make(outbox));
  const posting = [...POSTING, ...networks].filter(({ channel }) => isWanted(channel));
  if (!withMail || !isWanted('email')) return posting;
  const onMail = ({ messageId, to, text }: { messageId: string; to: string; text: string }) =>
    void outbox.take('email', { to, texts: [text], key: messageId });
  return [...posting, await emailSender(onMail)];
}
