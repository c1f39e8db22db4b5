// Pure: which flow a message starts.
import type { FlowTrigger } from '@madoguchi/contract/flows.ts';
import { foldText } from '../../platform/text/fold.ts';

export type Startable = { id: string; triggers: readonly FlowTrigger[] };
export type Arrived = { text: string; isFirst: boolean; channel: string; pageUrl: string | null };

/** What was said counts for more than where it was said, and a page for more than a whole channel. */
const ORDER = ['words', 'page', 'channel'] as const;

/** The flow that a message starts, the oldest of several; null for none. */
export function flowStartedBy<F extends Startable>(flows: readonly F[], arrived: Arrived): F | null {
  const text = foldText(arrived.text);
  for (const kind of ORDER) {
    const found = flows.find(({ triggers }) => triggers.some((trigger) => trigger.kind === kind && fires(trigger, arrived, text)));
    if (found) return found;
  }
  return null;
}

/** The flow that takes the place of quoting an article; null for none. */
export const flowInsteadOf = <F extends Startable>(flows: readonly F[], articleId: string): F | null =>
  flows.find(({ triggers }) => triggers.some((trigger) => trigger.kind === 'article' && trigger.articleId === articleId)) ?? null;

function fires(trigger: FlowTrigger, { isFirst, channel, pageUrl }: Arrived, text: string): boolean {
  switch (trigger.kind) {
    case 'words':
      return trigger.words.some((word) => foldText(word) !== '' && text.includes(foldText(word)));
    case 'page':
      return isFirst && (pageUrl?.includes(trigger.contains) ?? false);
    case 'channel':
      return isFirst && channel === trigger.channel;
    case 'article':
      return false;
  }
}
