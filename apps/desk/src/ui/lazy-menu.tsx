import { Menu, type MenuProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Target, useOpener } from './opener.tsx';

type Props = Omit<MenuProps, 'id' | 'children'> & { target: Target; children: ReactNode };

/** A menu behind a button, not there before it is opened. `target`: the button; `children`: the items. */
export function LazyMenu({ target, opened, onChange, children, ...menu }: Props) {
  const opener = useOpener(target, { kind: 'menu', opened, onChange });
  return (
    <>
      {opener.button}
      {opener.used && (
        <Menu {...menu} id={opener.id} opened={opener.opened} onChange={opener.setOpened}>
          <Menu.Target>{opener.anchor}</Menu.Target>
          <Menu.Dropdown>{children}</Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
