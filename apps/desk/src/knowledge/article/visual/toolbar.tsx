import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconInfoSquareRounded } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { chord } from '../../../admin/use-save-key.ts';
import css from './toolbar.module.css';
import { bar, callouts, more, type PanelName, type Tool, use } from './tools.ts';

type Props = { editor: Editor; onOpen: (panel: PanelName) => void };

const all = [...bar.flat(), ...callouts, ...more];

/** What can be done to the words under the caret; pressed where it already is done. */
export function Toolbar({ editor, onOpen }: Props) {
  const t = useAdminWords();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => all.filter((tool) => tool.active?.(now)).map(({ word }) => word),
  });
  const isOn = (tool: Tool) => active.includes(tool.word);
  const button = (tool: Tool) => (
    <Tooltip key={tool.word} label={tool.keys ? `${t(tool.word)}  ${chord(tool.keys)}` : t(tool.word)}>
      <ActionIcon
        variant="subtle"
        color={isOn(tool) ? 'accent' : 'gray'}
        size={36}
        className={css.tool}
        aria-label={t(tool.word)}
        aria-pressed={tool.active ? isOn(tool) : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => use(tool, editor, onOpen)}
      >
        <tool.icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
  const menu = (label: string, icon: ReactNode, tools: readonly Tool[]) => (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color={tools.some(isOn) ? 'accent' : 'gray'}
          size={36}
          className={css.tool}
          aria-label={label}
          title={label}
        >
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {tools.map((tool) => (
          <Menu.Item
            key={tool.word}
            leftSection={<tool.icon size={16} stroke={1.6} />}
            rightSection={tool.keys && <span className={css.keys}>{chord(tool.keys)}</span>}
            data-on={isOn(tool) || undefined}
            className={css.item}
            onClick={() => use(tool, editor, onOpen)}
          >
            {t(tool.word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <div className={css.bar} role="toolbar" aria-label={t('tool.label')}>
      {bar.map((group) => (
        <div key={group[0]?.word} className={css.group}>
          {group.map(button)}
        </div>
      ))}
      <div className={css.group}>
        {menu(t('tool.callout'), <IconInfoSquareRounded size={18} stroke={1.6} />, callouts)}
        {menu(t('tool.more'), <IconDots size={18} stroke={1.6} />, more)}
      </div>
    </div>
  );
}
