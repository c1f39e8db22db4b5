import { IconListCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { NotFound } from '../../app/not-found.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { OrderedList } from '../ordered-list.tsx';
import { ProcedureForm } from './procedure-form.tsx';
import { orderProcedures, proceduresQuery } from './procedures.queries.ts';
import { useProcedureWords } from './use-procedure-words.ts';

/** Where a procedure is that is not there yet. */
const NEW = 'new';

/** What has to be done with which topic: the procedures in order, or one of them. */
export function ProceduresSection({ rest }: { rest: string | null }) {
  const t = useAdminWords();
  const query = useQuery(proceduresQuery);
  const words = useProcedureWords();
  const order = useMutation({ mutationFn: orderProcedures });
  const add = (
    <LinkButton to="/settings/$" params={{ _splat: 'procedures/new' }} leftSection={<IconPlus size={16} stroke={2} />}>
      {t('procedures.new')}
    </LinkButton>
  );
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        if (rest) {
          const procedure = items.find(({ id }) => id === rest);
          if (!procedure && rest !== NEW) return <NotFound />;
          return <ProcedureForm key={rest} procedure={procedure ?? null} />;
        }
        if (items.length === 0)
          return (
            <Empty icon={IconListCheck} title={t('procedures.none')} text={t('procedures.none_text')}>
              {add}
            </Empty>
          );
        return (
          <>
            <ListHead text={t('procedures.order_help')}>{add}</ListHead>
            <OrderedList
              path="procedures"
              busy={order.isPending}
              items={items.map((one) => ({ id: one.id, name: one.name, facts: words(one), off: !one.enabled }))}
              onOrder={(ids) => order.mutate(ids)}
            />
          </>
        );
      }}
    </Loaded>
  );
}
