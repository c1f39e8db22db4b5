import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';

/** Asks where a late answer should go. */
export function AskEmail({ state, set, chat, t }: Screen) {
  const { written, standing } = state.email;
  const ask = (next: string) =>
    set({
      email: { written: next, standing: 'email_save' },
      known: state.known && { ...state.known, customer: { ...state.known.customer, hasEmail: false } },
    });
  if (standing === 'email_kept' || state.known?.customer.hasEmail)
    return (
      <p class="box email small">
        <Icon name="check" />
        <output class="grow">{t(written ? 'email_done' : 'email_kept', { email: written })}</output>
        <button type="button" class="link" onClick={() => ask(written)}>
          {t('email_change')}
        </button>
      </p>
    );
  const wrong = standing === 'email_invalid' || standing === 'email_failed';
  return (
    <form
      class="box email"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void chat.saveEmail();
      }}
    >
      <label class="small grow">
        {t('email_label')}
        <input
          type="email"
          autocomplete="email"
          placeholder="name@example.com"
          value={written}
          aria-invalid={wrong}
          onInput={(event) => ask(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button is-primary" disabled={standing === 'email_saving'}>
        {t(wrong ? 'email_save' : standing)}
      </button>
      {wrong && (
        <p class="wrong" role="alert">
          {t(standing)}
        </p>
      )}
    </form>
  );
}
