import { secretToken } from '../../../apps/server/src/channels/telegram/verify.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const botToken = '1004:soak-telegram-token';

/** https://core.telegram.org/bots/api#update */
export const telegramSender: Sender = {
  channel: 'telegram',
  settings: { botToken },
  origins: ['https://api.telegram.org'],
  answers: true,
  idempotent: false,
  line: ({ base, key }, n) => {
    const id = 5_000_000 + n;
    return {
      id: `telegram-${n}`,
      say: (seq, text) => {
        const body = JSON.stringify({
          update_id: n * 100_000 + seq,
          message: {
            message_id: seq,
            date: Math.floor(Date.now() / 1000),
            chat: { id, type: 'private', first_name: '直子' },
            from: { id, is_bot: false, first_name: '直子', language_code: 'ja' },
            text,
          },
        });
        return () =>
          posted({ url: `${base}/api/hooks/${key}`, body, headers: { 'x-telegram-bot-api-secret-token': secretToken(botToken, key) } });
      },
    };
  },
};
