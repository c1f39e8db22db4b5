import type { FoundArticle, FoundCustomer, FoundOrder } from '@madoguchi/contract/search.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { type AdminKey, useAdminWords } from '../admin/admin-words.ts';
import { MorePages } from '../admin/more-pages.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { ConversationResult } from './conversation-result.tsx';
import { OrderResult } from './order-result.tsx';
import { ArticleResult, CustomerResult } from './other-results.tsx';
import css from './results.module.css';
import { distinctConversations, searchQuery } from './search.queries.ts';
import { type Group, isNarrowed, type SearchParams } from './search-params.ts';

/** Beside the conversations so many of the others are shown. */
const BESIDE = 4;

type Props = { search: SearchParams; listRef: RefObject<HTMLDivElement | null>; onOnly: (only: Group) => void; onClear: () => void };

/** What was found, the conversations with the words in which they were. Old results stay, dimmed, until the new ones are there. */
export function Results({ search, listRef, onOnly, onClear }: Props) {
  const t = useAdminWords();
  const found = useInfiniteQuery({ ...searchQuery(search), placeholderData: (before) => before });
  if (found.error && !found.data)
    return (
      <Failure error={found.error}>
        <Button variant="default" onClick={() => void found.refetch()}>
          {t('retry')}
        </Button>
      </Failure>
    );
  const first = found.data?.pages[0];
  const conversations = first?.conversations ?? null;
  const customers = first?.customers ?? null;
  const articles = first?.articles ?? null;
  const orders = first?.orders ?? null;
  const isNothing = first && ![conversations, customers, articles, orders].some((group) => group && group.items.length > 0);
  if (isNothing && !found.isPlaceholderData)
    return (
      <Empty
        icon={IconSearchOff}
        title={t('search.none', { q: search.q ?? '' })}
        text={t(isNarrowed(search) ? 'search.none_narrowed' : 'search.none_text')}
      >
        {(isNarrowed(search) || search.only) && (
          <Button variant="default" onClick={onClear}>
            {t('search.clear_filters')}
          </Button>
        )}
      </Empty>
    );
  const isBusy = found.isPlaceholderData;
  const hasOthers = !search.only && !isNarrowed(search);
  const beside = hasOthers ? BESIDE : Number.POSITIVE_INFINITY;
  const items = distinctConversations(found.data?.pages ?? []);
  return (
    <div ref={listRef} className={css.columns} data-one={hasOthers ? undefined : ''}>
      {(!first || conversations) && (
        <section>
          <Heading word="search.conversations" group={conversations} />
          {!first && <Ghosts count={6} />}
          {conversations?.items.length === 0 && <p className={css.none}>{t('search.no_conversations')}</p>}
          <ul className={css.list} aria-busy={isBusy}>
            {items.map((one) => (
              <ConversationResult key={one.conversation.id} found={one} />
            ))}
          </ul>
          <MorePages list={found} />
          {conversations?.isMore && !found.hasNextPage && <p className={css.none}>{t('search.narrow_down')}</p>}
        </section>
      )}
      {(!first ? hasOthers : customers || articles || orders) && (
        <div className={css.others}>
          {/* Found by a number alone: nothing waits for them, and what is there is what was meant. */}
          <Others
            word="search.orders"
            group={orders}
            most={beside}
            isLoading={false}
            isBusy={isBusy}
            onAll={hasOthers ? () => onOnly('orders') : undefined}
            render={(one: FoundOrder) => <OrderResult key={one.id} found={one} />}
          />
          <Others
            word="search.customers"
            group={customers}
            most={beside}
            isLoading={!first}
            isBusy={isBusy}
            onAll={hasOthers ? () => onOnly('customers') : undefined}
            render={(one: FoundCustomer) => <CustomerResult key={one.id} found={one} />}
          />
          <Others
            word="search.articles"
            group={articles}
            most={beside}
            isLoading={!first}
            isBusy={isBusy}
            onAll={hasOthers ? () => onOnly('articles') : undefined}
            render={(one: FoundArticle) => <ArticleResult key={one.articleId} found={one} />}
          />
        </div>
      )}
    </div>
  );
}

type GroupOf<T> = { items: T[]; count: number; isMore: boolean } | null;
type OthersProps<T> = {
  word: AdminKey;
  group: GroupOf<T>;
  most: number;
  isLoading: boolean;
  isBusy: boolean;
  onAll: (() => void) | undefined;
  render: (one: T) => ReactNode;
};

function Others<T>({ word, group, most, isLoading, isBusy, onAll, render }: OthersProps<T>) {
  const t = useAdminWords();
  if (!isLoading && (!group || group.items.length === 0)) return null;
  return (
    <section>
      <Heading word={word} group={group} />
      {isLoading && <Ghosts count={3} small />}
      <ul className={css.list} aria-busy={isBusy}>
        {group?.items.slice(0, most).map(render)}
      </ul>
      {onAll && group && group.items.length > most && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t('search.show_all')}
        </Button>
      )}
    </section>
  );
}

function Heading({ word, group }: { word: AdminKey; group: GroupOf<unknown> }) {
  const t = useAdminWords();
  return (
    <h2 className={css.heading}>
      {t(word)}
      {group && (
        <span className={css.count} aria-live="polite">
          {t(group.isMore ? 'search.count_more' : 'search.count', { count: group.count })}
        </span>
      )}
    </h2>
  );
}

const Ghosts = ({ count, small }: { count: number; small?: boolean }) => (
  <ul className={css.list} aria-busy>
    {Array.from({ length: count }, (_, at) => (
      <li key={String(at)} className={css.ghost} data-small={small || undefined}>
        <Skeleton height={12} width={small ? '55%' : '30%'} />
        {!small && <Skeleton height={12} width="60%" />}
        {!small && <Skeleton height={12} width="85%" />}
      </li>
    ))}
  </ul>
);
