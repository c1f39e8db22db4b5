import type { TimelineEntry } from '@madoguchi/contract/people.ts';
import { Button, Skeleton } from '@mantine/core';
import {
  IconBook,
  IconCircleCheck,
  type Icon as IconKind,
  IconMessageCircle,
  IconNote,
  IconRosetteDiscountCheck,
  IconShoppingBag,
  IconStar,
  IconTruckReturn,
  IconUsersPlus,
  IconWorld,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Failure } from '../../ui/failure.tsx';
import { isSafeHref } from '../../ui/markdown.ts';
import { Ago } from '../../ui/time-text.tsx';
import { timelineQuery } from '../customers.queries.ts';
import { useEntryWords } from './entry-words.ts';
import css from './timeline.module.css';

const icons: Record<TimelineEntry['kind'], IconKind> = {
  asked: IconMessageCircle,
  settled: IconCircleCheck,
  page: IconWorld,
  article: IconBook,
  rated: IconStar,
  proved: IconRosetteDiscountCheck,
  noted: IconNote,
  merged: IconUsersPlus,
  ordered: IconShoppingBag,
  returned: IconTruckReturn,
};

/** Everything that happened with a person, on every channel, the latest first. */
export function Timeline({ customerId }: { customerId: string }) {
  const t = useAdminWords();
  const list = useInfiniteQuery(timelineQuery(customerId));
  const entries = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('timeline.title')}>
      {list.error && !entries && (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!entries && !list.error && <Skeleton height={240} />}
      {entries?.length === 0 && <p className={css.none}>{t('timeline.none')}</p>}
      <ol className={css.list}>
        {entries?.map((entry) => (
          <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const words = useEntryWords();
  const Icon = icons[entry.kind];
  const { title, text } = words(entry);
  return (
    <li className={css.entry} data-kind={entry.kind}>
      <Icon size={16} stroke={1.6} aria-hidden className={css.icon} />
      <div className={css.words}>
        <p className={css.title}>
          <span>{title}</span>
          <Ago at={entry.at} className={css.at} />
        </p>
        {text && (
          <p className={css.text}>
            {entry.kind === 'page' && isSafeHref(entry.detail) ? <PageLink entry={entry} /> : <Words entry={entry} text={text} />}
          </p>
        )}
      </div>
    </li>
  );
}

function Words({ entry, text }: { entry: TimelineEntry; text: string }) {
  if (entry.kind === 'ordered' || entry.kind === 'returned')
    return (
      <Link to="/orders/$orderId" params={{ orderId: entry.detail }} className={css.link}>
        {text}
      </Link>
    );
  if (!entry.conversation || entry.kind === 'article') return text;
  return (
    <Link to="/c/$conversationId" params={{ conversationId: entry.conversation.id }} className={css.link}>
      {text}
    </Link>
  );
}

const PageLink = ({ entry }: { entry: TimelineEntry }) => (
  <a href={entry.detail} target="_blank" rel="noreferrer noopener" className={css.link}>
    {entry.text || entry.detail}
  </a>
);
