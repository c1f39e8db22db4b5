import { Skeleton } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import css from './rule-why.module.css';

const RunDetail = lazy(() => import('../../automation/run-detail.tsx').then((module) => ({ default: module.RunDetail })));

/** On request: why a rule acted, what came of each action, and the way back. */
export function RuleWhy({ runId }: { runId: string }) {
  const t = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <LazyPopover
      width={380}
      position="bottom"
      trapFocus
      opened={opened}
      onChange={setOpened}
      dropdown={{ className: css.detail }}
      target={
        <button type="button" className={css.open}>
          <IconBolt size={14} stroke={1.8} aria-hidden />
          {t('fact.rule_why')}
        </button>
      }
    >
      <Suspense fallback={<Skeleton height={120} />}>{opened && <RunDetail runId={runId} />}</Suspense>
    </LazyPopover>
  );
}
