import { IconCircle, IconCircleCheck, IconCircleCheckFilled, IconCircleDashed, IconCircleHalf2, IconRobot } from '@tabler/icons-react';
import type { StatusParts } from './statuses.ts';

/** The shape of a status, beside its word: never colour alone. */
export function StatusDot({ conversation: { status, handledBy, agentActed } }: { conversation: StatusParts }) {
  const common = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;
  if (status === 'resolved') return <IconCircleCheckFilled size={16} aria-hidden color="var(--success)" />;
  if (status === 'closed') return <IconCircleCheck {...common} color="var(--ink-3)" />;
  if (status === 'waiting') return <IconCircleDashed {...common} color="var(--ink-2)" />;
  if (handledBy === 'bot') return <IconRobot {...common} color="var(--bot)" />;
  return agentActed ? <IconCircleHalf2 {...common} color="var(--accent)" /> : <IconCircle {...common} color="var(--accent)" />;
}
