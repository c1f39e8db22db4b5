import type { View } from '@madoguchi/contract/conversations.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { countsQuery } from './conversations.queries.ts';
import { inView } from './list/field-filter.ts';
import { OnlineAgents } from './online-agents.tsx';
import { countLabel, views } from './views.ts';
import css from './views-pane.module.css';

/** Questions about whose turn it is, each with how many. `view` is undefined while a search looks through all of them. */
export function ViewsPane({ view }: { view: View | undefined }) {
  const t = useWords();
  const { data: counts } = useQuery(countsQuery);
  // Folders nobody needs to look into every day: there while they hold something, and by their keys.
  const isShown = ({ name }: { name: View }) =>
    (name !== 'spam' && name !== 'snoozed' && name !== 'following' && name !== 'approval') || view === name || (counts?.[name] ?? 0) > 0;
  return (
    <nav className={css.pane} aria-label={t('views.label')}>
      <h1 className={css.title}>{t('place.conversations')}</h1>
      <ul className={css.list}>
        {views.filter(isShown).map(({ name, word }) => (
          <li key={name}>
            <Link
              to="."
              search={inView(name)}
              className={css.view}
              activeOptions={{ exact: true }}
              data-current={name === view || undefined}
            >
              <span className={css.name}>{t(word)}</span>
              <span className={css.count}>{countLabel(counts, name)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <OnlineAgents />
    </nav>
  );
}
