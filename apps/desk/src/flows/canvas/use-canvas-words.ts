import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';

/** What a screen reader hears on the canvas. */
export function useCanvasWords(): Partial<AriaLabelConfig> {
  const t = useAdminWords();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('flows.node_help'),
      'node.a11yDescription.keyboardDisabled': t('flows.node_help'),
      'node.a11yDescription.ariaLiveMessage': () => t('flows.told_moved'),
      'edge.a11yDescription.default': t('flows.edge_help'),
      'minimap.ariaLabel': t('flows.minimap'),
      'handle.ariaLabel': t('flows.exit_to'),
    }),
    [t],
  );
}
