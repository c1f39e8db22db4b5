import { OfflineError } from '@madoguchi/client/client.ts';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { Empty } from './empty.tsx';

/** An error in the middle of a pane: what happened, what is safe, what to do (children: the buttons). */
export function Failure({ error, children }: { error: unknown; children?: ReactNode }) {
  const t = useWords();
  const offline = error instanceof OfflineError;
  return (
    <Empty
      icon={offline ? IconCloudOff : IconAlertTriangle}
      title={t(offline ? 'failure.offline' : 'failure.title')}
      text={problemWords(t, error)}
    >
      {children}
    </Empty>
  );
}
