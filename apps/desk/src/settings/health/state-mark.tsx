import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconPlayerPauseFilled,
  IconPointFilled,
} from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './health.module.css';

const marks = {
  good: { icon: IconCircleCheckFilled, word: 'health.good' },
  quiet: { icon: IconCircleDashed, word: 'health.quiet' },
  failing: { icon: IconAlertTriangleFilled, word: 'health.failing' },
  paused: { icon: IconPlayerPauseFilled, word: 'inbox.paused' },
  running: { icon: IconPointFilled, word: 'inbox.running' },
} as const;

/** How an inbox is: a shape and a word. `running`: it takes messages, and nobody looked closer. */
export function StateMark({ state }: { state: InboxHealth['state'] | 'running' }) {
  const t = useAdminWords();
  const { icon: Icon, word } = marks[state];
  return (
    <span className={css.state} data-state={state}>
      <Icon size={state === 'paused' ? 13 : 16} aria-hidden />
      {t(word)}
    </span>
  );
}
