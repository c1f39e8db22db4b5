import { answering } from '../state/answering.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import type { Screen } from './screen.ts';
import { Timeline } from './timeline.tsx';

/** The conversation: who answers, what was said, and where to write. */
export function Conversation(screen: Screen) {
  const { state, locale, t } = screen;
  const { who, when, away } = answering(state, locale, new Date(), t);
  return (
    <div class="view">
      <Header {...screen}>
        <h1 class="clip" tabIndex={-1}>
          {who || state.known?.workspace.name || t('launcher')}
        </h1>
        <p class={away ? 'soon is-away' : 'soon'}>{when}</p>
      </Header>
      <Notices {...screen} />
      <Timeline {...screen} />
      <Composer {...screen} />
    </div>
  );
}
