import { limitWords } from '../state/files.ts';
import { countUnread } from '../state/unread.ts';
import { brandColors } from '../text/color.ts';
import { Conversation } from './conversation.tsx';
import { Home } from './home.tsx';
import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';

/** The round launcher at the corner and the panel above it: a dialog beside the page, or over it on a phone. */
export function App(screen: Screen) {
  const { state, set, chat, t } = screen;
  const { open, view, known, dropping } = state;
  const count = open ? 0 : countUnread(state.said, state.seen);
  const brand = brandColors(screen.color);
  return (
    <div
      class="m"
      lang={screen.locale}
      style={
        brand
          ? { '--accent': brand.accent, '--on-accent': brand.onAccent, '--on-light': brand.textOnLight, '--on-dark': brand.textOnDark }
          : {}
      }
    >
      <dialog
        class="panel"
        aria-label={t('launcher')}
        tabIndex={-1}
        onClose={(event) => event.currentTarget.open || chat.close()}
        onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && chat.close()}
        onDragOver={(event) => {
          event.preventDefault();
          if (!dropping && known) set({ dropping: true });
        }}
        onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || set({ dropping: false })}
        onDrop={(event) => {
          event.preventDefault();
          set({ dropping: false, view: 'conversation' });
          chat.uploads.add(event.dataTransfer?.files ?? []);
        }}
      >
        {view === 'home' ? <Home {...screen} /> : <Conversation {...screen} />}
        {dropping && known && <div class="drop">{t('attach', limitWords(known.limits, t))}</div>}
      </dialog>
      <button
        type="button"
        class={open ? 'launcher is-open' : 'launcher'}
        aria-expanded={open}
        aria-label={open ? t('close') : count ? t('launcher_unread', { count }) : t('launcher')}
        onClick={open ? chat.close : chat.open}
      >
        <Icon name={open ? 'down' : 'chat'} />
        {count > 0 && <span class="badge">{count > 99 ? '99+' : count}</span>}
      </button>
    </div>
  );
}
