import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withMailbox } from './house.ts';
import { largeMail } from './mails.ts';

const LOOK_MS = 20;
const MEGABYTES = [25, 34, 52];

/** Resident memory of a process in MiB (Linux). */
const residentMiB = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** The server's memory before, at most while and after large mails come, one after the other; what is above the limit is read in part. */
export const largeMails = () =>
  withMailbox(
    async () => {},
    async ({ server, dovecot }) => {
      const isThere = async (subject: string) =>
        (await server.query<{ n: number }>('select count(*)::int as n from conversations where subject = $1', [subject]))[0]!.n === 1;
      const arrives = async (name: string, mail: Buffer) => {
        const before = residentMiB(server.pid());
        let peak = before;
        const look = setInterval(() => {
          peak = Math.max(peak, residentMiB(server.pid()));
        }, LOOK_MS);
        const begun = performance.now();
        await dovecot.deliver(mail);
        while (!(await isThere(name))) await wait(50);
        const seconds = Math.round((performance.now() - begun) / 100) / 10;
        // The readers of what happened are at it for a moment more.
        await wait(2000);
        clearInterval(look);
        return { name, travels: mail.length, seconds, beforeMiB: before, peakMiB: peak, afterMiB: residentMiB(server.pid()) };
      };
      while ((await server.query("select 1 from inbox_health where notes->'memory' is not null")).length === 0) await wait(100);
      await wait(3000);
      const all = [];
      for (const megabytes of MEGABYTES) all.push(await arrives(`large${megabytes}`, largeMail(megabytes)));
      return all;
    },
  );
