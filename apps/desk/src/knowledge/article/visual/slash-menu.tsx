import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { isMeant, slashAt } from './slash.ts';
import css from './slash-menu.module.css';
import { blocks, type PanelName, type Tool, use } from './tools.ts';

/** Takes a key before the editor does; true when it was used up. */
export type KeyTaker = RefObject<((event: KeyboardEvent) => boolean) | null>;
type Props = { editor: Editor; keys: KeyTaker; onOpen: (panel: PanelName) => void };

/** What the list takes, with the bars that a phone has at its lower edge, in pixels. */
const HEIGHT = 430;

/** The list that a slash at the beginning of a line opens: arrows choose, Enter inserts, Escape leaves the slash as it is. */
export function SlashMenu({ editor, keys, onOpen }: Props) {
  const t = useAdminWords();
  const slash = useEditorState({ editor, selector: ({ editor: now }) => (now.isFocused ? slashAt(now) : null) });
  const [chosen, setChosen] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = slash ? blocks.filter((tool) => isMeant(slash.query, t(tool.word), tool.also ?? '')) : [];
  const open = slash !== null && slash.from !== left && found.length > 0;
  const at = Math.min(chosen, found.length - 1);

  const insert = (tool: Tool | undefined) => {
    if (!slash || !tool) return;
    editor.chain().focus().deleteRange(slash).run();
    use(tool, editor, onOpen);
    setChosen(0);
  };
  useEffect(() => {
    if (slash === null) {
      setChosen(0);
      setLeft(null);
    }
  }, [slash]);
  useEffect(() => {
    keys.current = open
      ? (event) => {
          if (event.isComposing) return false;
          if (event.key === 'ArrowDown') setChosen((at + 1) % found.length);
          else if (event.key === 'ArrowUp') setChosen((at + found.length - 1) % found.length);
          else if (event.key === 'Enter' || event.key === 'Tab') insert(found[at]);
          else if (event.key === 'Escape') setLeft(slash?.from ?? null);
          else return false;
          return true;
        }
      : null;
    // Only the list scrolls, never the page under it.
    const item = list.current?.children[at];
    if (list.current && item instanceof HTMLElement) {
      const { scrollTop, clientHeight } = list.current;
      list.current.scrollTop = Math.max(Math.min(scrollTop, item.offsetTop), item.offsetTop + item.offsetHeight - clientHeight);
    }
  });
  if (!open) return null;
  const { left: x, top, bottom } = editor.view.coordsAtPos(slash.from);
  // Above the line where there is no room below it.
  const above = globalThis.innerHeight - bottom < HEIGHT && top > HEIGHT - 100;
  const box = editor.view.dom.parentElement?.getBoundingClientRect();
  return (
    <div
      ref={list}
      className={css.menu}
      role="listbox"
      aria-label={t('tool.slash_label')}
      data-above={above || undefined}
      style={{ left: x - (box?.left ?? 0), top: above ? top - (box?.top ?? 0) - 4 : bottom - (box?.top ?? 0) + 4 }}
    >
      {found.map((tool, index) => (
        <button
          key={tool.word}
          type="button"
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          className={css.item}
          onPointerEnter={() => setChosen(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => insert(tool)}
        >
          <tool.icon size={18} stroke={1.6} />
          {t(tool.word)}
        </button>
      ))}
    </div>
  );
}
