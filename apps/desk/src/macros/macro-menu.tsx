import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Macro, SeenState } from '@madoguchi/contract/macros.ts';
import { ActionIcon } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { useActions } from '../keys/actions.ts';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import { fitsAll } from './macro-fits.ts';
import { MacroList } from './macro-list.tsx';
import css from './macros.module.css';
import { macrosQuery } from './macros.queries.ts';
import { RunDialog } from './run-dialog.tsx';
import { StoppedDialog } from './stopped-dialog.tsx';
import { useRunMacro } from './use-run-macro.ts';

/** Several things at one stroke: chosen here, looked over, done, and taken back. */
export function MacroMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<{ macro: Macro; seen: SeenState } | null>(null);
  const { data } = useQuery(macrosQuery);
  const { run, look } = useRunMacro(conversation.id);
  const macros = data?.items.filter((macro) => fitsAll(macro, [conversation])) ?? [];
  useActions([{ id: 'macro', word: 'macro.title', group: 'group.conversation', icon: IconWand, keys: 'm', run: () => setOpened(true) }]);
  const choose = (macro: Macro) => {
    const seen = look();
    if (seen) setChosen({ macro, seen });
  };
  return (
    <>
      <LazyMenu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={280}
        target={
          <ActionIcon
            data-tip={`${t('macro.title')}  M`}
            variant="subtle"
            color="gray"
            className={css.button}
            aria-label={t('macro.title')}
          >
            <IconWand size={20} stroke={1.6} />
          </ActionIcon>
        }
      >
        <MacroList macros={macros} onChoose={choose} />
      </LazyMenu>
      {chosen && (
        <RunDialog
          macro={chosen.macro}
          conversationId={conversation.id}
          count={1}
          onClose={() => setChosen(null)}
          onRun={(answers) => {
            setChosen(null);
            void run(chosen.macro, answers, chosen.seen);
          }}
        />
      )}
      <StoppedDialog conversationId={conversation.id} />
    </>
  );
}
