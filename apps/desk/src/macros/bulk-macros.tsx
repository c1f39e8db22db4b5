import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Macro } from '@madoguchi/contract/macros.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { runMacroOnMany } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { queryClient } from '../app/query-client.ts';
import { useSelection } from '../conversations/bulk/selection-store.ts';
import { useRunOnMany } from '../conversations/bulk/use-bulk.tsx';
import { knownConversation } from '../conversations/conversations.cache.ts';
import { fitsAll } from './macro-fits.ts';
import { MacroList } from './macro-list.tsx';
import { macrosQuery } from './macros.queries.ts';
import { RunDialog } from './run-dialog.tsx';
import { seenOf } from './use-run-macro.ts';

/** A macro for everything that is selected: as it stands in the list when it is chosen. */
export function BulkMacros() {
  const t = useWords();
  const { ids } = useSelection();
  const { data } = useQuery(macrosQuery);
  const [chosen, setChosen] = useState<{ macro: Macro; rows: Conversation[] } | null>(null);
  const onMany = useRunOnMany();
  const rows = [...ids].flatMap((id) => knownConversation(queryClient, id) ?? []);
  const run = (macro: Macro, seen: readonly Conversation[], answers: Record<string, string>) =>
    onMany(seen.length, () =>
      call(runMacroOnMany, {
        params: { id: macro.id },
        body: { seen: seen.map((row) => ({ id: row.id, ...seenOf(row, row.lastSeq) })), answers },
      }),
    );
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('macro.title')} title={t('macro.title')}>
            <IconWand size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MacroList macros={data?.items.filter((macro) => fitsAll(macro, rows)) ?? []} onChoose={(macro) => setChosen({ macro, rows })} />
        </Menu.Dropdown>
      </Menu>
      {chosen && (
        <RunDialog
          macro={chosen.macro}
          conversationId={null}
          count={chosen.rows.length}
          onClose={() => setChosen(null)}
          onRun={(answers) => {
            setChosen(null);
            void run(chosen.macro, chosen.rows, { ...answers });
          }}
        />
      )}
    </>
  );
}
