import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Says in a word that something worked. */
export function tell(message: ReactNode): void {
  notifications.show({ message, color: 'success', autoClose: 4000 });
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
    onClose: () => !undone && settled?.(),
    message: (
      <Group gap={8} wrap="nowrap" justify="space-between">
        <span>{message}</span>
        <Button
          variant="light"
          size="compact-md"
          style={{ flex: 'none' }}
          onClick={() => {
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
