import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../app/locale.tsx';
import { useIsLost } from '../live/live-store.ts';
import { Failure } from '../ui/failure.tsx';
import css from './conversation-pane.module.css';
import { ConversationSkeleton } from './conversation-skeleton.tsx';
import { ConversationView } from './conversation-view.tsx';
import { knownConversation } from './conversations.cache.ts';
import { detailQuery } from './conversations.queries.ts';
import { CustomerPane } from './customer/customer-pane.tsx';
import { CustomerPaneSkeleton } from './customer/customer-pane-skeleton.tsx';
import { closeDrawer, useCustomerPane } from './customer/pane-store.ts';
import { LostConversation } from './lost-conversation.tsx';

/** One conversation, or that it went to somebody else and is out of this agent's sight. */
export function ConversationPane({ id }: { id: string }) {
  return useIsLost(id) ? <LostConversation id={id} /> : <SeenConversation id={id} />;
}

/** One conversation with its customer beside it; the customer is a drawer where there is no room for a column. */
function SeenConversation({ id }: { id: string }) {
  const t = useWords();
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(detailQuery(id));
  const wide = useMediaQuery('(width >= 1200px)', true, { getInitialValueInEffect: false });
  const pane = useCustomerPane();
  const failed = !data && error && (
    <Failure error={error}>
      <Button variant="default" loading={isFetching} onClick={() => refetch()}>
        {t('action.retry')}
      </Button>
    </Failure>
  );
  return (
    <div className={css.pane} data-customer={(wide && pane.column && !failed) || undefined}>
      {data ? <ConversationView detail={data} /> : failed || <ConversationSkeleton known={knownConversation(client, id)} />}
      {wide
        ? pane.column &&
          !failed && <aside className={css.customer}>{data ? <CustomerPane detail={data} /> : <CustomerPaneSkeleton />}</aside>
        : data && (
            <Drawer
              opened={pane.drawer}
              onClose={closeDrawer}
              position="right"
              size={340}
              title={t('customer_pane.title')}
              padding={0}
              closeButtonProps={{ 'aria-label': t('action.close'), size: 44 }}
              styles={{ header: { padding: '0 4px 0 16px', minHeight: 52 } }}
            >
              <CustomerPane detail={data} />
            </Drawer>
          )}
    </div>
  );
}
