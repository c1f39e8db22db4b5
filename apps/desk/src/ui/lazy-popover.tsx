import { Popover, type PopoverDropdownProps, type PopoverProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Target, useOpener } from './opener.tsx';

type Props = Omit<PopoverProps, 'id' | 'children'> & { target: Target; dropdown?: PopoverDropdownProps; children: ReactNode };

/** What opens beside a button, not there before. `target`: the button; `dropdown`: how the box looks and is called; `children`: what is in it. */
export function LazyPopover({ target, opened, onChange, dropdown, children, ...popover }: Props) {
  const opener = useOpener(target, { kind: 'dialog', opened, onChange });
  return (
    <>
      {opener.button}
      {opener.used && (
        <Popover {...popover} id={opener.id} opened={opener.opened} onChange={opener.setOpened}>
          <Popover.Target>{opener.anchor}</Popover.Target>
          <Popover.Dropdown {...dropdown}>{children}</Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
