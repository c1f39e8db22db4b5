import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

/** The contact form: every inquiry is a conversation of its own, and its limit goes by the sender's address. */
export const formSender: Sender = {
  channel: 'form',
  settings: null,
  origins: [],
  separate: true,
  answers: false,
  idempotent: true,
  line: ({ base, key, addressOf }, n) => ({
    id: `form-${n}`,
    say: (seq, text) => {
      const body = JSON.stringify({
        externalId: `soak-inquiry-${n}-${seq}`,
        name: `山本 ${n}`,
        email: `form${n}@people.example`,
        subject: `お問い合わせ ${seq}`,
        text,
        locale: 'ja',
      });
      return () => posted({ url: `${base}/api/form/${key}`, body, headers: { 'x-forwarded-for': addressOf(n * 7919 + seq) } });
    },
  }),
};
