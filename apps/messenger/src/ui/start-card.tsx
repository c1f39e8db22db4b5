import { isLive } from '../state/state.ts';
import { countUnread } from '../state/unread.ts';
import { ago } from '../text/dates.ts';
import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';

/** Continue the conversation there is, or begin one. */
export function StartCard({ state, set, locale, t }: Screen) {
  const { said, outgoing, seen } = state;
  const last = outgoing.at(-1) ?? said.findLast((one) => one.author.kind !== 'system');
  const count = countUnread(said, seen);
  return (
    <button type="button" class="box row" onClick={() => set({ view: 'conversation' })}>
      <Icon name="chat" />
      <span class="grow">
        <strong>{t(!last ? 'home_write' : isLive(state) || outgoing.length ? 'home_continue' : 'home_last')}</strong>
        <span class="small clip">{last ? last.text || t('home_attachment') : t('home_write_hint')}</span>
      </span>
      {count ? <span class="badge">{count}</span> : last && <time class="fine">{ago(new Date(last.at), new Date(), locale)}</time>}
      <Icon name="next" />
    </button>
  );
}
