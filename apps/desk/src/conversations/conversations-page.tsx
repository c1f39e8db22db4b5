import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { useTitle } from '../ui/use-title.ts';
import { ConversationPane } from './conversation-pane.tsx';
import { countsQuery } from './conversations.queries.ts';
import css from './conversations-page.module.css';
import { ListPane } from './list/list-pane.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { useViewSearch } from './use-view-search.ts';
import { countLabel, views } from './views.ts';
import { ViewsPane } from './views-pane.tsx';

/** The main place: views, list, conversation and customer side by side; on a phone one at a time. */
export function ConversationsPage() {
  const { view, q, filter } = useViewSearch();
  const { conversationId } = useParams({ strict: false });
  const t = useWords();
  const { data: counts } = useQuery(countsQuery);
  const waiting = countLabel(counts, view);
  useTitle(`${waiting && `(${waiting}) `}${t(views.find(({ name }) => name === view)!.word)}`);
  return (
    <div className={css.panes} data-reading={conversationId ? '' : undefined}>
      <ViewsPane view={q ? undefined : view} />
      <ListPane view={view} q={q} filter={filter} openId={conversationId} />
      {conversationId ? <ConversationPane key={conversationId} id={conversationId} /> : <NothingOpen />}
    </div>
  );
}
