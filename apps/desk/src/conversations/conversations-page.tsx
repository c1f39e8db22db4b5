import { useParams } from '@tanstack/react-router';
import { ConversationPane } from './conversation-pane.tsx';
import css from './conversations-page.module.css';
import { ListPane } from './list/list-pane.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { useViewSearch } from './use-view-search.ts';
import { ViewsPane } from './views-pane.tsx';

/** The main place: views, list, conversation and customer side by side; on a phone one at a time. */
export function ConversationsPage() {
  const { view, q } = useViewSearch();
  const { conversationId } = useParams({ strict: false });
  return (
    <div className={css.panes} data-reading={conversationId ? '' : undefined}>
      <ViewsPane view={view} />
      <ListPane view={view} q={q} openId={conversationId} />
      {conversationId ? <ConversationPane key={conversationId} id={conversationId} /> : <NothingOpen />}
    </div>
  );
}
