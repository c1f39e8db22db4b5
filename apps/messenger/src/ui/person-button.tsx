import { queueText } from '../state/answering.ts';
import { isLive } from '../state/state.ts';
import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';

/** The way to a person: there as long as the bot handles the conversation, whatever it answered. After that the place in the queue, until somebody comes. */
export function PersonButton({ state, chat, locale, t }: Screen) {
  if (isLive(state) && state.conversation?.handledBy === 'human') return <output class="queue small">{queueText(state, locale, t)}</output>;
  const asked = state.outgoing.some((item) => item.choice?.kind === 'person' && item.state !== 'failed');
  return (
    <button type="button" class="person" disabled={asked} onClick={() => chat.choose(t('person'), { kind: 'person' })}>
      <Icon name="person" />
      {t('person')}
    </button>
  );
}
