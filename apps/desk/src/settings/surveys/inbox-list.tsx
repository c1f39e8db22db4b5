import type { AllSurveySettings } from '@madoguchi/contract/surveys.ts';
import { Skeleton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { ChannelIcon } from '../../conversations/channel-icon.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import css from './surveys-section.module.css';

/** The inboxes, and whether they go their own way. */
export function InboxList({ settings }: { settings: AllSurveySettings }) {
  const t = useAdminWords();
  const { data } = useQuery(inboxesQuery);
  return (
    <Section title={t('survey.inboxes')} text={t('survey.inboxes_text')}>
      {!data && <Skeleton height={132} />}
      <ul className={css.inboxes}>
        {data?.items.map(({ id, name, channel }) => {
          const own = settings.inboxes.find(({ inboxId }) => inboxId === id)?.settings;
          return (
            <li key={id}>
              <Link to="/settings/$" params={{ _splat: `surveys/${id}` }} className={css.inbox}>
                <ChannelIcon channel={channel} size={18} />
                <span className={css.inboxName}>{name}</span>
                <span className={css.inboxState}>{t(own ? (own.on ? 'survey.own_on' : 'survey.own_off') : 'survey.follows')}</span>
                <IconChevronRight size={16} stroke={1.6} aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
