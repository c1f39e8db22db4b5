import type { Action } from '@madoguchi/contract/actions.ts';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { actionIcon } from '../../macros/action-icons.ts';
import { MoveButtons } from '../move-buttons.tsx';
import { ActionFields } from './action-fields.tsx';
import { actionNames, newAction } from './action-values.ts';
import css from './actions-editor.module.css';

type Props = {
  /** What is done, in this order. */
  value: readonly Action[];
  /** The whole list again, after every change. */
  onChange: (actions: Action[]) => void;
  /** The words for what is wrong with one, by its index: `(i) => form.error(`actions.${i}`)`, with `actionFaults` in the form's check. */
  errorAt: (index: number) => string | undefined;
  /** Whether texts may ask for what is to be filled in: yes for macros, no where nobody is there to answer, as with rules. */
  asks: boolean;
  /** At most this many; the contract allows twenty. */
  most?: number;
};

/**
 * The actions of a macro or a rule: a list of lines, each with what it is and its own fields, in the order in which they are done. Give it a `key`
 * to begin with other actions.
 */
export function ActionsEditor({ value, onChange, errorAt, asks, most = 20 }: Props) {
  const t = useAdminWords();
  const next = useRef(value.length);
  // Texts keep what is being written to themselves: each line has a name of its own that outlives its place.
  const [names, setNames] = useState<number[]>(() => value.map((_action, index) => index));
  const change = (actions: Action[], keys: number[]) => {
    setNames(keys);
    onChange(actions);
  };
  const put = (index: number, action: Action) => onChange(value.with(index, action));
  const move = (index: number, to: number) => {
    const swap = <T,>(list: readonly T[]): T[] => list.with(index, list[to]!).with(to, list[index]!);
    change(swap(value), swap(names));
  };
  const remove = (index: number) => change(value.toSpliced(index, 1), names.toSpliced(index, 1));
  const add = (name: (typeof actionNames)[number]) => change([...value, newAction[name]()], [...names, next.current++]);
  return (
    <div>
      <ol className={css.list}>
        {value.map((action, index) => {
          const Icon = actionIcon[action.do];
          const error = errorAt(index);
          return (
            <li key={names[index]} className={css.row}>
              <div className={css.head}>
                <Icon size={18} stroke={1.6} aria-hidden />
                <span className={css.name}>{t(`actions.do.${action.do}`)}</span>
                <MoveButtons
                  name={t(`actions.do.${action.do}`)}
                  at={index}
                  last={value.length - 1}
                  onMove={(by) => move(index, index + by)}
                />
                <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('actions.remove')} onClick={() => remove(index)}>
                  <IconTrash size={16} stroke={1.6} />
                </ActionIcon>
              </div>
              <ActionFields action={action} onChange={(changed) => put(index, changed)} error={error} asks={asks} />
            </li>
          );
        })}
      </ol>
      {value.length < most && (
        <Menu position="bottom-start" width={260}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={16} stroke={2} />}>
              {t('actions.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={css.kinds}>
            {actionNames.map((name) => {
              const Icon = actionIcon[name];
              return (
                <Menu.Item key={name} leftSection={<Icon size={16} stroke={1.6} />} onClick={() => add(name)}>
                  {t(`actions.do.${name}`)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
