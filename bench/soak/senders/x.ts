import { xSignature } from '../../../apps/server/src/channels/x/signature.ts';
import { directMessage, mention, xWebhook } from '../../../apps/server/src/channels/x/x.testkit.ts';
import { SHOP, X_ORIGIN, xServer } from '../../../apps/server/test/simulators/x.server.ts';
import type { Outbox } from '../outbox.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const keys = { apiKey: 'soak-x', apiSecret: 'soak-x-secret', accessToken: 'soak-x-token', accessTokenSecret: 'soak-x-token-secret' };

/** X: every other person writes to us alone, the others in public. */
export function xSender(outbox: Outbox): Sender {
  const server = xServer(keys, ({ to, body }) => void outbox.take('x', { to, texts: [body.text ?? ''] }));
  return {
    channel: 'x',
    settings: { accountId: SHOP, ...keys },
    origins: [X_ORIGIN],
    answers: true,
    idempotent: false,
    platform: { isAsked: (path) => path.startsWith('/2/'), answer: server.answer },
    line: ({ base, key }, n) => ({
      id: `x-${n}`,
      say: (seq, text) => {
        const from = String(7_000_000 + n);
        const id = `${1000 + n}${String(seq).padStart(6, '0')}`;
        const said =
          n % 2 === 0 ? mention(id, text, { user: { id_str: from, screen_name: `soak_${n}` } }) : directMessage(id, text, { from });
        const body = JSON.stringify(xWebhook(said));
        const headers = { 'x-twitter-webhooks-signature': xSignature(keys.apiSecret, body) };
        return () => posted({ url: `${base}/api/hooks/${key}`, body, headers });
      },
    }),
  };
}
