import type { Context } from './context.ts';

// Only the shape: whether it exists shows when the reply is sent.
const shape = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;

/** Leaves the written e-mail address with the company and says how it went. */
export function makeEmailing({ store, api }: Context): () => Promise<void> {
  return async () => {
    const written = store.get().email.written.normalize('NFKC').trim();
    const set = (standing: ReturnType<typeof store.get>['email']['standing']) => store.set({ email: { written, standing } });
    if (!shape.test(written)) return set('email_invalid');
    set('email_saving');
    const { status } = await api.leaveEmail(written);
    set(status === 204 || status === 200 ? 'email_kept' : status === 400 ? 'email_invalid' : 'email_failed');
  };
}
