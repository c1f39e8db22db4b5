import { backfillKilled } from './mail/backfill.ts';
import { largeMails } from './mail/large.ts';

/** What the mailbox costs and bears: memory while large mails come, and a period read in by a server that is killed again and again. */
export async function mail(wish: { mails?: number | undefined; kills?: number | undefined }) {
  const large = await largeMails();
  const backfill = await backfillKilled(wish);
  return { large, backfill };
}
