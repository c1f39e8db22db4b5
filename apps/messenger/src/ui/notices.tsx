import type { Screen } from './screen.ts';

/** The bar that says when something stands between customer and company, and what happens with their words meanwhile. */
export function Notices({ state: { session, link, slowedDown }, chat, t }: Screen) {
  const word =
    session === 'refused'
      ? session
      : !navigator.onLine
        ? 'offline'
        : session === 'unreachable'
          ? session
          : link === 'lost'
            ? link
            : slowedDown
              ? 'slow_down'
              : '';
  return (
    word && (
      <output class="notice">
        <span class="grow">{t(word)}</span>
        {word === 'unreachable' && (
          <button type="button" class="link" onClick={chat.reconnect}>
            {t('reconnect')}
          </button>
        )}
      </output>
    )
  );
}
