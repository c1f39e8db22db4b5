import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bothLanguages, useWords } from '../app/locale.tsx';
import { useStore } from '../ui/store.ts';
import { currentActions, useActionSources } from './actions.ts';
import { Keys } from './key-names.tsx';
import css from './palette.module.css';
import { paletteAsks } from './palette-store.ts';
import { useSearchEverything } from './search-everything.tsx';

const [store, palette] = createSpotlight();

function useGroups(): SpotlightActionGroupData[] {
  const t = useWords();
  useActionSources();
  const groups = new Map<string, SpotlightActionData[]>();
  for (const { id, word, group, icon: Icon, keys, keyOnly, run } of currentActions()) {
    if (keyOnly) continue;
    const action: SpotlightActionData = {
      id,
      label: t(word),
      // Found in either language: people remember commands in the one they learned them in.
      keywords: bothLanguages(word),
      leftSection: <Icon size={18} stroke={1.6} />,
      rightSection: keys ? <Keys keys={keys} /> : undefined,
      onClick: run,
    };
    groups.set(t(group), [...(groups.get(t(group)) ?? []), action]);
  }
  return [...groups].map(([group, actions]) => ({ group, actions }));
}

/** The actions whose name, in either language, has what was typed. */
function narrowed(groups: readonly SpotlightActionGroupData[], query: string): SpotlightActionGroupData[] {
  const words = query.trim().toLowerCase();
  const has = ({ label = '', keywords = [] }: SpotlightActionData) =>
    [label, ...(typeof keywords === 'string' ? [keywords] : keywords)].some((text) => text.toLowerCase().includes(words));
  return groups.map(({ group, actions }) => ({ group, actions: actions.filter(has) })).filter(({ actions }) => actions.length > 0);
}

/** ⌘K: every action of the desk with its key, and whatever is found by the words. */
export function Palette() {
  const t = useWords();
  const asks = useStore(paletteAsks, (now) => now);
  const [query, setQuery] = useState('');
  const groups = useGroups();
  const { all, found } = useSearchEverything(query);
  // What was found is found by more than its label: only actions are narrowed by the words.
  const actions = [...narrowed(groups, query), ...(found.length > 0 ? [{ group: t('palette.found'), actions: found }] : []), ...all];
  useEffect(() => {
    if (asks > 0) palette.open();
  }, [asks]);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={actions}
      filter={(_query, given) => given}
      classNames={{ actionDescription: css.description, actionBody: css.body, actionLabel: css.label }}
      nothingFound={t('palette.nothing')}
      scrollable
      maxHeight={420}
      highlightQuery
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
