import { signedHeaders } from '../../../apps/server/src/channels/api/api.signature.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const secret = 'soak-api-secret';

/** Another company's system. */
export const apiSender: Sender = {
  channel: 'api',
  settings: { secret, replyUrl: 'https://partner.example/replies' },
  origins: ['https://partner.example'],
  answers: true,
  idempotent: true,
  line: ({ base, key }, n) => ({
    id: `api-${n}`,
    say: (seq, text) => {
      const body = JSON.stringify({ messages: [{ id: `soak-${n}-${seq}`, from: { id: `person-${n}`, name: `佐藤 ${n}` }, text }] });
      return () => posted({ url: `${base}/api/hooks/${key}`, body, headers: signedHeaders(secret, body, new Date()) });
    },
  }),
};
