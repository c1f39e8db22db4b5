import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { bothLanguages, useWords } from '../app/locale.tsx';
import { useStore } from '../ui/store.ts';
import { currentActions, useActionSources } from './actions.ts';
import { Keys } from './key-names.tsx';
import { paletteAsks } from './palette-store.ts';

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

/** ⌘K: every action of the desk with its key. */
export function Palette() {
  const t = useWords();
  const asks = useStore(paletteAsks, (now) => now);
  useEffect(() => {
    if (asks > 0) palette.open();
  }, [asks]);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={useGroups()}
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
