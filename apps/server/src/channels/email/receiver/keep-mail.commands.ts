import { createHash } from 'node:crypto';
import { systemActor } from '../../../platform/actor.ts';
import { makeCtx, type Platform } from '../../../platform/ctx.ts';
import { moveFence } from '../../../platform/db/move-fence.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import { writePayload } from '../../inbound/payloads.commands.ts';
import type { MailVerdict } from '../authentication.rules.ts';
import { DIRECT, ENVELOPE_FROM, ENVELOPE_TO } from '../envelope.rules.ts';
import type { MailOrigin } from '../receive/judge-sender.ts';
import type { Recipient } from './recipients.queries.ts';

/** `isDirect`: its sender's own server brought it; nobody we know has judged it before. */
export type ArrivedMail = {
  raw: Buffer;
  origin: MailOrigin;
  recipients: readonly Recipient[];
  verdict: MailVerdict | null;
  isDirect: boolean;
};

/**
 * Keeps a mail for every inbox it is addressed to, for all of them or for none: whoever brought it is told the same of all. The same mail
 * again, because its sender never heard our yes, is the same payload. Durable once it returns.
 */
export async function keepMail(platform: Platform, { raw, origin, recipients, verdict, isDirect }: ArrivedMail): Promise<void> {
  const [first] = recipients;
  if (!first) return;
  const byInbox = Map.groupBy(recipients, ({ inboxId }) => inboxId);
  const externalId = nameOf(raw);
  await platform.db.as(systemViewer(first.workspaceId), async (tx) => {
    for (const [inboxId, addressed] of byInbox) {
      const viewer = systemViewer(addressed[0]!.workspaceId);
      await moveFence(tx, viewer);
      await writePayload(makeCtx(platform, viewer, systemActor), tx, inboxId, {
        externalId,
        headers: {
          'client-ip': origin.ip,
          helo: origin.helo,
          [ENVELOPE_FROM]: origin.sender,
          [ENVELOPE_TO]: [...new Set(addressed.map(({ address }) => address))].join(','),
          ...(verdict ? { authentication: JSON.stringify(verdict) } : {}),
          ...(isDirect ? { [DIRECT]: 'yes' } : {}),
        },
        body: raw,
      });
    }
  });
}

/** A mail's own name, where it has one, and its very bytes: a sender that tries again sends both as they were. */
function nameOf(raw: Buffer): string {
  const head =
    raw
      .subarray(0, 64_000)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const messageId = /^message-id:\s*(<[^>\r\n]{1,300}>)/im.exec(head)?.[1] ?? '';
  return `id:${messageId}:${createHash('sha256').update(raw).digest('hex')}`;
}
