import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../loaded.tsx';
import { BlockList } from './block-list.tsx';
import { FilterCard } from './filter-card.tsx';
import css from './spam.module.css';
import { spamFilterQuery } from './spam.queries.ts';

/** What the filter has learned and does, and who is blocked. */
export function SpamSection() {
  const filter = useQuery(spamFilterQuery);
  return (
    <div className={css.parts}>
      <Loaded query={filter} height={300}>
        {(known) => <FilterCard filter={known} />}
      </Loaded>
      <BlockList />
    </div>
  );
}
