import { isLive } from '../state/state.ts';
import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';

/** The way to a person: there as long as the bot handles the conversation, whatever it answered. */
export function PersonButton({ state, chat, t }: Screen) {
  if (isLive(state) && state.conversation?.handledBy === 'human') return null;
  const asked = state.outgoing.some((item) => item.choice?.kind === 'person' && item.state !== 'failed');
  return (
    <button type="button" class="person" disabled={asked} onClick={() => chat.choose(t('person'), { kind: 'person' })}>
      <Icon name="person" />
      {t('person')}
    </button>
  );
}
