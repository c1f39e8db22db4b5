import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LazyMenu } from './lazy-menu.tsx';

/** What is rarely needed, behind three dots. `children`: its items. */
export function DotsMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <LazyMenu
      position="bottom-end"
      target={
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={label}>
          <IconDots size={20} stroke={1.6} />
        </ActionIcon>
      }
    >
      {children}
    </LazyMenu>
  );
}
