import { MailRefused } from '../../platform/mail-transport/mail-refused.ts';
import { signInToServer } from '../../platform/mail-transport/smtp.ts';
import type { Channel, Connection, Hear, Settings } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { checkMailbox } from './receive/folder-list.ts';
import { readMailbox } from './receive/read-mailbox.ts';
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
      await whereReceived(call);
      await checkWayOut(call);
    },
  },
  none: { connect: watchNothing, check: checkWayOut },
};

const LOOK_MS = 5000;

/** Mail comes by itself: what is watched is whether there is still a door for it. */
async function watchReceiver(call: Call, hear: Hear): Promise<Connection> {
  await hear.connected({ receiver: await whereReceived(call) });
  refuseBackfills(hear);
  // A database that is away says nothing: it is asked the next time.
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    if ((await call.receiver()) === null) await hear.failed('receiver_off');
  };
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

async function whereReceived(call: Call): Promise<string> {
  const place = await call.receiver();
  if (place === null) throw new ChannelError('receiver_off', { aboutInbox: true });
  return place;
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
