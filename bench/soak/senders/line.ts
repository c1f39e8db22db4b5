import { randomBytes } from 'node:crypto';
import { lineSignature } from '../../../apps/server/src/channels/line/verify.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const channelSecret = 'soak-line-secret';
const tokenOf = (n: number, seq: number) => `reply${String(n).padStart(5, '0')}${String(seq).padStart(5, '0')}`;

/** LINE: the redelivered webhook says so of itself, and so has other bytes. https://developers.line.biz/en/reference/messaging-api/#request-body */
export const lineSender: Sender = {
  channel: 'line',
  settings: { channelSecret, channelAccessToken: 'soak-line-token' },
  origins: ['https://api.line.me', 'https://api-data.line.me'],
  answers: true,
  idempotent: true,
  line: ({ base, key }, n) => {
    const userId = `U${String(n).padStart(32, '0')}`;
    return {
      id: `line-${n}`,
      say: (seq, text) => {
        const event = {
          type: 'message',
          mode: 'active',
          timestamp: Date.now(),
          source: { type: 'user', userId },
          webhookEventId: `01${randomBytes(12).toString('hex').toUpperCase()}`,
          replyToken: tokenOf(n, seq),
          message: { id: `${1000 + n}${String(seq).padStart(6, '0')}`, type: 'text', text, quoteToken: 'yHAz4Ua2wx7' },
        };
        return (isRedelivery) => {
          const body = JSON.stringify({ destination: 'U0', events: [{ ...event, deliveryContext: { isRedelivery } }] });
          return posted({ url: `${base}/api/hooks/${key}`, body, headers: { 'x-line-signature': lineSignature(channelSecret, body) } });
        };
      },
    };
  },
};
