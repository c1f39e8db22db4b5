import { answering } from '../state/answering.ts';
import { FaqSearch } from './faq-search.tsx';
import { Ghost } from './ghost.tsx';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import type { Screen } from './screen.ts';
import { StartCard } from './start-card.tsx';

/** The first view: who answers and how soon, the way to write, the way to find it oneself. */
export function Home(screen: Screen) {
  const { state, locale, t } = screen;
  const { known, session } = state;
  const { who, when, away } = answering(state, locale, new Date(), t);
  return (
    <div class="view home">
      <Header {...screen}>
        {session === 'starting' && !known ? (
          <Ghost />
        ) : (
          <>
            <p>{known?.workspace.name}</p>
            <h1>{known?.workspace.greeting || t('launcher')}</h1>
            {(who || when) && <p class={away ? 'soon is-away' : 'soon'}>{who || when}</p>}
          </>
        )}
      </Header>
      <Notices {...screen} />
      {session !== 'refused' && (
        <div class="cards">
          <StartCard {...screen} />
          <FaqSearch {...screen} />
        </div>
      )}
    </div>
  );
}
