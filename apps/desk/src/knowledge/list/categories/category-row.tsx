import type { CategoryNode } from '@madoguchi/contract/article-categories.ts';
import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconIndentDecrease, IconIndentIncrease, IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './categories.module.css';
import { type Move, moved, type Place, without } from './tree-moves.ts';

type Props = {
  node: CategoryNode;
  items: readonly CategoryNode[];
  busy: boolean;
  onArrange: (places: Place[]) => void;
  onRename: (to: string) => void;
};

const moves = [
  { move: 'up', icon: IconArrowUp, word: 'categories.up' },
  { move: 'down', icon: IconArrowDown, word: 'categories.down' },
  { move: 'out', icon: IconIndentDecrease, word: 'categories.out' },
  { move: 'in', icon: IconIndentIncrease, word: 'categories.in' },
] as const satisfies readonly { move: Move; icon: unknown; word: string }[];
const icon = { size: 16, stroke: 1.6 };

/** A category: where it stands, how many articles it has, and what can be done with it. */
export function CategoryRow({ node, items, busy, onArrange, onRename }: Props) {
  const t = useAdminWords();
  const { name, depth, count } = node;
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const to = typed?.trim();
    setTyped(null);
    if (to && to !== name) onRename(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') settle();
    if (event.key !== 'Escape') return;
    // The drawer would take it as its own.
    event.stopPropagation();
    setTyped(null);
  };
  if (typed !== null)
    return (
      <li className={css.row} style={{ paddingLeft: depth * 20 }}>
        <TextInput
          className={css.rename}
          aria-label={t('categories.rename', { name })}
          value={typed}
          maxLength={100}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={settle}
        />
      </li>
    );
  return (
    <li className={css.row} style={{ paddingLeft: depth * 20 }}>
      <button type="button" className={css.name} aria-label={t('categories.rename', { name })} onClick={() => setTyped(name)}>
        {name}
        <IconPencil size={14} stroke={1.6} aria-hidden className={css.pencil} />
      </button>
      <span className={css.count}>{t('categories.count', { count })}</span>
      <span className={css.moves}>
        {moves.map(({ move, icon: Icon, word }) => {
          const after = moved(items, name, move);
          return (
            <ActionIcon
              key={move}
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t(word, { name })}
              title={t(word, { name })}
              disabled={busy || after === null}
              onClick={() => after && onArrange(after)}
            >
              <Icon {...icon} />
            </ActionIcon>
          );
        })}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('categories.delete', { name })}
          title={t(count > 0 ? 'categories.not_empty' : 'categories.delete', { name })}
          disabled={busy || count > 0}
          onClick={() => onArrange(without(items, name))}
        >
          <IconTrash {...icon} />
        </ActionIcon>
      </span>
    </li>
  );
}
