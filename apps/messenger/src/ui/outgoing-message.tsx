import type { Outgoing } from '../state/outgoing.ts';
import { Body } from './body.tsx';
import type { Screen } from './screen.ts';

/** A message of the customer's that the server has not acknowledged. */
export function OutgoingMessage({ item, ...screen }: Screen & { item: Outgoing }) {
  const { chat, t } = screen;
  const { externalId, state } = item;
  return (
    <article class={`message is-customer is-first is-${state}`}>
      <p class="unseen">{t('you')}</p>
      <Body {...screen} {...item} state={screen.state} />
      <p class="under fine">
        {t(state)}
        {state !== 'sending' && (
          <button type="button" class="link" onClick={() => chat.retry(externalId)}>
            {t('retry')}
          </button>
        )}
        {state === 'failed' && (
          <button type="button" class="link" onClick={() => chat.discard(externalId)}>
            {t('discard')}
          </button>
        )}
      </p>
    </article>
  );
}
