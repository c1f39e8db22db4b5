import { safeHref } from '../text/linkify.ts';
import { Ghost } from './ghost.tsx';
import { Icon } from './icons.tsx';
import { Out } from './out.tsx';
import type { Screen } from './screen.ts';
import { Tool } from './tool.tsx';

const mostShown = 5;

/** Searches the help center while one types; without words, the most read questions. */
export function FaqSearch(screen: Screen) {
  const { state, chat, origin, t } = screen;
  const { query, known, found } = state;
  const help = known && safeHref(known.helpUrl, origin);
  return (
    <search class="box">
      <label class="field">
        <Icon name="search" />
        <input
          type="search"
          placeholder={t('faq_search')}
          aria-label={t('faq_search')}
          value={query}
          maxLength={300}
          onInput={(event) => chat.search(event.currentTarget.value)}
        />
        {query && <Tool icon="close" label={t('faq_clear')} onClick={() => chat.search('')} />}
      </label>
      {found ? <Results {...screen} {...found} /> : known && <Ghost />}
      {help && (
        <Out class="row small" href={help} title={t('new_tab')}>
          <span class="grow">{t('faq_all')}</span>
          <Icon name="out" />
        </Out>
      )}
    </search>
  );
}

function Results({ q, articles, set, chat, origin, t }: Screen & NonNullable<Screen['state']['found']>) {
  return (
    <>
      <output class="small">
        {!articles ? t('faq_failed') : !articles.length ? q && t('faq_none', { q }) : t(q ? 'faq_results' : 'faq_most_read')}
      </output>
      {articles?.slice(0, mostShown).map(({ title, url, excerpt }) => (
        <Out key={url} class="row" href={safeHref(url, origin) ?? origin} title={t('new_tab')}>
          <span class="grow">
            {title}
            {q && <span class="small clip">{excerpt}</span>}
          </span>
          <Icon name="next" />
        </Out>
      ))}
      {q && (
        <button
          type="button"
          class="button"
          onClick={() => {
            chat.write(q);
            set({ view: 'conversation' });
          }}
        >
          {t('faq_ask')}
        </button>
      )}
    </>
  );
}
