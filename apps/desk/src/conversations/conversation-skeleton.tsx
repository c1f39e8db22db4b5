import type { Conversation } from '@madoguchi/contract/conversations.ts';
import css from './conversation-skeleton.module.css';
import { ConversationHeader } from './header/conversation-header.tsx';

/** While the timeline is fetched: the header as far as a list knows it, bubbles of likely size, the composer's place. */
export function ConversationSkeleton({ known }: { known: Conversation | undefined }) {
  return (
    <div className={css.view} aria-busy="true">
      {known ? <ConversationHeader conversation={known} /> : <div className={css.header} />}
      <div className={css.timeline} aria-hidden>
        <span style={{ width: '52%', height: 48 }} />
        <span style={{ width: '60%', height: 96, alignSelf: 'flex-end' }} />
        <span style={{ width: '38%', height: 48 }} />
        <span style={{ width: '48%', height: 72, alignSelf: 'flex-end' }} />
      </div>
      <div className={css.composer} />
    </div>
  );
}
