import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { lookOf } from '../../channels/channels.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import type { Inbox } from './inbox.types.ts';
import { InboxState } from './inbox-state.tsx';
import css from './inboxes-section.module.css';

export function InboxRow({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  const teams = useQuery(teamsQuery);
  const names = teams.data?.items.filter(({ id }) => inbox.teamIds.includes(id)).map(({ name }) => name) ?? [];
  const channels = useChannelWords();
  const { icon: Icon } = lookOf(inbox.channel);
  return (
    <li>
      <Link to="/settings/$" params={{ _splat: `inboxes/${inbox.id}` }} className={css.row}>
        <span className={css.icon}>
          <Icon size={20} stroke={1.6} aria-hidden />
        </span>
        <span className={css.words}>
          <span className={css.name}>{inbox.name}</span>
          <span className={css.facts}>
            {channels.name(inbox.channel)}
            {' · '}
            {names.length > 0 ? names.join(t('list_joint')) : t('inbox.every_agent')}
          </span>
        </span>
        <InboxState inbox={inbox} />
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
    </li>
  );
}
