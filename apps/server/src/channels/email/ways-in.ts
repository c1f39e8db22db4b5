import { MailRefused } from '../../platform/mail-transport/mail-refused.ts';
import { signInToServer } from '../../platform/mail-transport/smtp.ts';
import type { Channel, Connection, Hear, Settings } from '../channel.ts';
import { certificateNote } from '../health/certificate-ends.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { checkMailbox } from './receive/folder-list.ts';
import { readMailbox } from './receive/read-mailbox.ts';
import type { Standing } from './receiver/standing.ts';
import { mailErrorOf } from './send/mail-error.rules.ts';
import { hostsOf, loginOf } from './sign-in.ts';

export type WayIn = 'imap' | 'receiver' | 'none';

/** How an inbox gets its mail. Inboxes that were set up before there was a choice are read by IMAP. */
export const wayIn = ({ receiving }: Settings): WayIn => (receiving === 'receiver' || receiving === 'none' ? receiving : 'imap');

type Way = { connect: NonNullable<Channel['connect']>; check: (call: Call) => Promise<void> };

/** Each way's standing connection, and the proof of its settings. */
export const waysIn: Readonly<Record<WayIn, Way>> = {
  imap: { connect: (call, hear) => readMailbox(call, hear), check: checkMailbox },
  receiver: {
    connect: watchReceiver,
    check: async (call) => {
      await checkReceiver(call);
      await checkWayOut(call);
    },
  },
  none: { connect: watchNothing, check: checkWayOut },
};

const LOOK_MS = 5000;

/** Mail comes by itself: what is watched is whether there is still a door for it, and whether careful senders may go through it. */
async function watchReceiver(call: Call, hear: Hear): Promise<Connection> {
  const stands = ({ where, certificateEnds }: Standing) => hear.connected({ receiver: where, ...certificateNote(certificateEnds) });
  const endOf = ({ certificateEnds }: Standing) => certificateEnds?.getTime() ?? null;
  const first = await standing(call);
  await stands(first);
  refuseBackfills(hear);
  let said = '';
  let endSaid = endOf(first);
  const look = async () => {
    const door = await call.receiver();
    if (door === null) return hear.failed('receiver_off');
    const ended = endedCertificate(call, door);
    if (ended === said && endOf(door) === endSaid) return;
    // Until when it is good is said ahead of time, and anew once it is renewed.
    if (!ended || endOf(door) !== endSaid) await stands(door);
    if (ended) await hear.ails('certificate_expired', ended);
    said = ended;
    endSaid = endOf(door);
  };
  // A database that is away says nothing: it is asked the next time.
  let looking = look().catch(() => {});
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => {});
  }, LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Whose certificate has ended, and when; '' while it is good. Senders that insist on a good one (MTA-STS, DANE) turn round at the door. */
const endedCertificate = ({ now }: Call, { where, certificateEnds }: Standing): string =>
  certificateEnds && certificateEnds <= now() ? `${where} (${certificateEnds.toISOString().slice(0, 10)})` : '';

async function watchNothing(_call: Call, hear: Hear): Promise<Connection> {
  refuseBackfills(hear);
  return { stop: async () => {} };
}

/** There is no mailbox that a period could be read in from. */
function refuseBackfills(hear: Hear): void {
  const refuse = async () => {
    const wish = await hear.backfill();
    if (wish) await hear.backfillFailed(wish.id, 'unsupported', '');
  };
  hear.whenAsked(() => void refuse().catch(() => {}));
}

async function standing(call: Call): Promise<Standing> {
  const door = await call.receiver();
  if (door === null) throw new ChannelError('receiver_off', { aboutInbox: true });
  return door;
}

/** Whether mail can be brought here. @throws ChannelError */
async function checkReceiver(call: Call): Promise<void> {
  const ended = endedCertificate(call, await standing(call));
  if (ended) throw new ChannelError('certificate_expired', { detail: ended, aboutInbox: true });
}

/** Whether the server for outgoing mail lets us in. @throws ChannelError */
async function checkWayOut(call: Call): Promise<void> {
  const { smtp } = hostsOf(call.settings);
  const server = { ...smtp, ...(await loginOf(call)), addresses: await call.addressesOf(smtp.host, smtp.port) };
  try {
    await signInToServer(server);
  } catch (error) {
    throw error instanceof MailRefused ? mailErrorOf(error) : error;
  }
}
