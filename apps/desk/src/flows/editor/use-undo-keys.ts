import { useHotkeys } from '@mantine/hooks';
import type { FlowEditor } from './use-flow-editor.ts';

/** ⌘Z and ⇧⌘Z for the plan. Inside a text field they belong to the writing. */
export function useUndoKeys({ undo, redo }: Pick<FlowEditor, 'undo' | 'redo'>, enabled: boolean): void {
  useHotkeys(
    enabled
      ? [
          ['mod+Z', undo],
          ['mod+shift+Z', redo],
          ['mod+Y', redo],
        ]
      : [],
  );
}
