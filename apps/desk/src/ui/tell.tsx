import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { wordsNow } from '../app/locale.tsx';

const closing = () => ({ 'aria-label': wordsNow()('action.close') });

/** Says in a word that something worked. */
export function tell(message: ReactNode): void {
  notifications.show({ message, color: 'success', autoClose: 4000, closeButtonProps: closing() });
}

/** `id`: for whoever takes it away again before its time. */
type Undo = { label: string; undo: () => void; id?: string };

/** Says what was done and offers to take it back for eight seconds: instead of asking before. Calls `settled` once it stays done. */
export function tellWithUndo(message: ReactNode, { label, undo, id: given }: Undo, settled?: () => void): void {
  let undone = false;
  const id = notifications.show({
    ...(given ? { id: given } : {}),
    autoClose: 8000,
    color: 'accent',
    closeButtonProps: closing(),
    onClose: () => !undone && settled?.(),
    message: (
      <Group gap={8} wrap="nowrap" justify="space-between">
        <span>{message}</span>
        <Button
          variant="light"
          size="compact-md"
          style={{ flex: 'none' }}
          onClick={() => {
            // While it fades it can still be pressed.
            if (undone) return;
            undone = true;
            notifications.hide(id);
            undo();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}
