import { ActionIcon } from '@mantine/core';
import { IconBook, IconPaperclip, IconTextPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useWords } from '../../app/locale.tsx';
import { keysText } from '../../keys/key-names.tsx';
import css from './composer.module.css';

type Props = { addFiles: (files: Iterable<File>) => void; openCanned: () => void; openSearch: () => void; children?: ReactNode };

export function ComposerTools({ addFiles, openCanned, openSearch, children }: Props) {
  const t = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const tools = [
    { word: 'attachment.add', icon: IconPaperclip, keys: null, run: () => picker.current?.click() },
    { word: 'composer.canned', icon: IconTextPlus, keys: '/', run: openCanned },
    { word: 'article_search.title', icon: IconBook, keys: 'mod+j', run: openSearch },
  ] as const;
  return (
    <div className={css.tools}>
      {tools.map(({ word, icon: Icon, keys, run }) => (
        // The field keeps the caret: a button that took the focus would close the menu it opens.
        <ActionIcon
          key={word}
          data-tip={keys ? `${t(word)}  ${keysText(keys)}` : t(word)}
          variant="subtle"
          color="gray"
          className={css.tool}
          aria-label={t(word)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={run}
        >
          <Icon size={19} stroke={1.6} />
        </ActionIcon>
      ))}
      {children}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          addFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
