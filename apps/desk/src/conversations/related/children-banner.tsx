import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import css from '../joined/joined.module.css';
import { useResolveAll } from './related.mutations.ts';
import { relatedQuery } from './related.queries.ts';

const TellDialog = lazy(() => import('./tell-dialog.tsx').then(({ TellDialog }) => ({ default: TellDialog })));

/** Once a parent is resolved: its children that are still open, and what can be done with all of them. */
export function ChildrenBanner({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const mayResolve = useCan('conversation.status');
  const mayReply = useCan('conversation.reply');
  const { data } = useQuery(relatedQuery(conversation.id));
  const resolve = useResolveAll();
  const [telling, setTelling] = useState(false);
  const isDone = conversation.status === 'resolved' || conversation.status === 'closed';
  const open = (data?.items ?? [])
    .filter(({ relation, conversation: { status } }) => relation === 'child' && (status === 'open' || status === 'waiting'))
    .map((one) => one.conversation);
  if (!isDone || open.length === 0) return null;
  return (
    <section className={css.banner} aria-label={t('related.children_label')}>
      <IconSitemap size={18} stroke={1.6} aria-hidden />
      <span className={css.words}>{t('related.children_open', { count: open.length })}</span>
      <span className={css.actions}>
        {mayReply && (
          <Button size="compact-sm" variant="default" onClick={() => setTelling(true)}>
            {t('related.tell_all')}
          </Button>
        )}
        {mayResolve && (
          <Button size="compact-sm" variant="default" loading={resolve.isPending} onClick={() => resolve.mutate(open.map(({ id }) => id))}>
            {t('related.resolve_all')}
          </Button>
        )}
      </span>
      {telling && (
        <Suspense>
          <TellDialog to={open} close={() => setTelling(false)} />
        </Suspense>
      )}
    </section>
  );
}
