import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './step-node.module.css';

/** Where every run of the flow begins; drawn to another step, it begins there. */
export const StartNode = memo(function StartNode() {
  const t = useAdminWords();
  return (
    <div className={css.start}>
      <IconPlayerPlayFilled size={12} aria-hidden />
      {t('flows.start')}
      <Handle type="source" id="start" position={Position.Right} className={css.out} />
    </div>
  );
});
