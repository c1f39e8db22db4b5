import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { IconLink, IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWords } from '../app/locale.tsx';
import css from './beside-bar.module.css';
import { relatedQuery } from './related/related.queries.ts';
import { sidesQuery } from './side/side.queries.ts';
import { openSide, useOpenSide } from './side/side-store.ts';

/** Asked for when the first one is opened. */
const SideDrawer = lazy(() => import('./side/side-drawer.tsx').then(({ SideDrawer }) => ({ default: SideDrawer })));

type Props = { conversation: Conversation; messages: readonly Message[] };

/** What stands beside this conversation: mails with others, and conversations it has to do with. No room is taken while there is nothing. */
export function BesideBar({ conversation, messages }: Props) {
  const t = useWords();
  const sides = useQuery(sidesQuery(conversation.id)).data?.items ?? [];
  const related = useQuery(relatedQuery(conversation.id)).data?.items ?? [];
  const open = useOpenSide(conversation.id);
  return (
    <>
      {sides.length + related.length > 0 && (
        <nav className={css.bar} aria-label={t('related.bar_label')}>
          {sides.map((side) => (
            <button
              key={side.id}
              type="button"
              className={css.chip}
              data-unread={side.unread || undefined}
              data-done={side.state === 'done' || undefined}
              onClick={() => openSide(conversation.id, side.id)}
            >
              <IconMailForward size={14} stroke={1.8} aria-hidden />
              <span className={css.name}>{side.subject}</span>
              <span className={css.state}>{t(side.unread ? 'side.unread' : `side.state.${side.state}`)}</span>
            </button>
          ))}
          {related.map(({ linkId, relation, conversation: other }) => (
            <Link
              key={linkId}
              to="/c/$conversationId"
              params={{ conversationId: other.id }}
              search={(now) => now as never}
              className={css.chip}
              data-done={other.status === 'resolved' || other.status === 'closed' || undefined}
            >
              <IconLink size={14} stroke={1.8} aria-hidden />
              <span className={css.state}>{t(`related.${relation}`)}</span>
              <span className={css.name}>
                #{other.number} {other.subject}
              </span>
            </Link>
          ))}
        </nav>
      )}
      {open && (
        <Suspense>
          <SideDrawer key={open} conversation={conversation} messages={messages} side={sides.find(({ id }) => id === open) ?? null} />
        </Suspense>
      )}
    </>
  );
}
