import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

/** The messenger on a company's pages: a visitor with a token, whose messages carry ids of the messenger's own. */
export const chatSender: Sender = {
  channel: 'chat',
  settings: null,
  origins: [],
  answers: false,
  idempotent: true,
  line: async ({ base, key }, n) => {
    const opened = await fetch(`${base}/api/chat/${key}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale: 'ja' }),
    });
    const { token } = (await opened.json()) as { token: string };
    return {
      id: `chat-${n}`,
      say: (seq, text) => {
        const body = JSON.stringify({ externalId: `soak-message-${n}-${seq}`, text, locale: 'ja' });
        return () => posted({ url: `${base}/api/chat/${key}/messages`, body, headers: { authorization: `Bearer ${token}` } });
      },
    };
  },
};
