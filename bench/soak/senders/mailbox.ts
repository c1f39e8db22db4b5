import { setTimeout as wait } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { DovecotServer } from '../../../apps/server/test/dovecot-server.ts';

const TRIES = 20;
const RETRY_MS = 250;

type Box = { client: ImapFlow; close: () => Promise<void> };

/**
 * Lays mails into a mailbox over one connection, and so one after the other: what is laid down first has the lower number. A connection that
 * is lost is made anew, and the mail it may have taken with it is laid down again: twice in the mailbox is once for whoever reads it.
 */
export function mailboxOf(dovecot: Pick<DovecotServer, 'asOwner'>) {
  let box: Promise<Box> | null = null;
  let laid: Promise<void> = Promise.resolve();

  const layOnce = async (mail: Buffer): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      box ??= openBox(dovecot);
      const used = box;
      try {
        await (await used).client.append('INBOX', mail);
        return;
      } catch (error) {
        box = null;
        void used.then(({ close }) => close()).catch(() => {});
        if (tries === TRIES) throw error;
        await wait(RETRY_MS);
      }
    }
  };
  return {
    lay: (mail: string): Promise<void> => {
      laid = laid.then(() => layOnce(Buffer.from(mail)));
      return laid;
    },
    close: async () => {
      await laid.catch(() => {});
      await (await box?.catch(() => null))?.close();
    },
  };
}

function openBox({ asOwner }: Pick<DovecotServer, 'asOwner'>): Promise<Box> {
  return new Promise((resolve, reject) => {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const working = asOwner(async (client) => {
      const close = async () => {
        end();
        await working.catch(() => {});
      };
      resolve({ client, close });
      await over;
    });
    working.catch(reject);
  });
}
