import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import {
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTrash,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type AdminKey, useAdminWords } from '../../../admin/admin-words.ts';
import css from './table-tools.module.css';

const tools: readonly { word: AdminKey; icon: Icon; run: (editor: Editor) => void }[] = [
  { word: 'table.row_before', icon: IconRowInsertTop, run: (editor) => editor.chain().focus().addRowBefore().run() },
  { word: 'table.row_after', icon: IconRowInsertBottom, run: (editor) => editor.chain().focus().addRowAfter().run() },
  { word: 'table.column_before', icon: IconColumnInsertLeft, run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { word: 'table.column_after', icon: IconColumnInsertRight, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { word: 'table.row_delete', icon: IconRowRemove, run: (editor) => editor.chain().focus().deleteRow().run() },
  { word: 'table.column_delete', icon: IconColumnRemove, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { word: 'table.delete', icon: IconTrash, run: (editor) => editor.chain().focus().deleteTable().run() },
];

/** What can be done to the table in which the caret stands; out of sight otherwise. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useAdminWords();
  const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
  if (!inside) return null;
  return (
    <div className={css.bar} role="toolbar" aria-label={t('table.tools')}>
      <span className={css.label}>{t('tool.table')}</span>
      {tools.map(({ word, icon: Drawn, run }) => (
        <Tooltip key={word} label={t(word)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={css.tool}
            aria-label={t(word)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <Drawn size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
