import { answerable, chosenAfter, toRows } from '../state/merge.ts';
import { isLive } from '../state/state.ts';
import { dayName } from '../text/dates.ts';
import { Icon } from './icons.tsx';
import { OutgoingMessage } from './outgoing-message.tsx';
import { SaidMessage } from './said-message.tsx';
import type { Screen } from './screen.ts';
import { isAtEnd } from './settle.ts';

/** Everything said, newest below. */
export function Timeline(screen: Screen) {
  const { state, set, locale, t } = screen;
  const { said, outgoing, typing, known, conversation, away } = state;
  const live = answerable(state);
  const lastOwn = said.findLast((one) => one.author.kind === 'customer');
  const greeting = known?.workspace.greeting;
  return (
    <div class="frame">
      <section
        class="list"
        role="log"
        aria-label={t('messages')}
        onScroll={(event) => away && isAtEnd(event.currentTarget) && set({ away: false })}
      >
        {!said.length && greeting && (
          <div class="message is-bot">
            <div class="bubble">{greeting}</div>
          </div>
        )}
        {toRows(said).map((row) =>
          row.kind === 'said' ? (
            <SaidMessage
              {...screen}
              key={row.key}
              row={row}
              live={row.said.id === live}
              chosen={chosenAfter(said, row.said.id)}
              isLastOwn={row.said === lastOwn && !outgoing.length}
            />
          ) : (
            <p key={row.key} class="line fine">
              {row.kind === 'begin' ? t('begin', { number: row.number }) : dayName(row.at, new Date(), locale)}
            </p>
          ),
        )}
        {outgoing.map((item) => (
          <OutgoingMessage {...screen} key={item.externalId} item={item} />
        ))}
        {typing && (
          <p class="typing fine">
            <span class="bubble" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t('typing', { name: typing })}
          </p>
        )}
        {conversation && !isLive(state) && !outgoing.length && <p class="line small">{t('resolved')}</p>}
      </section>
      {away && (
        <button type="button" class="box button to-end" onClick={(event) => event.currentTarget.previousElementSibling?.scrollTo(0, 1e9)}>
          {t('new_below')}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
