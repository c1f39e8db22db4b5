import type { Policy } from '@madoguchi/contract/promises.ts';
import { IconHourglassHigh, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import css from '../ordered-list.module.css';
import { OrderedRow } from '../ordered-row.tsx';
import { putInOrder } from './policies.queries.ts';
import { usePolicySummary } from './use-policy-summary.ts';

/** The policies in the order in which they are tried. */
export function PolicyList({ policies }: { policies: readonly Policy[] }) {
  const t = useAdminWords();
  const add = (
    <LinkButton to="/settings/$" params={{ _splat: 'promises/new' }} leftSection={<IconPlus size={16} stroke={2} />}>
      {t('promise.new')}
    </LinkButton>
  );
  if (policies.length === 0)
    return (
      <Empty icon={IconHourglassHigh} title={t('promise.none')} text={t('promise.none_text')}>
        {add}
      </Empty>
    );
  return (
    <>
      <ListHead text={t('promise.count', { count: policies.length })}>{add}</ListHead>
      <ol className={css.list}>
        {policies.map((policy, index) => (
          <PolicyRow key={policy.id} policy={policy} at={index} policies={policies} />
        ))}
      </ol>
    </>
  );
}

function PolicyRow({ policy, at, policies }: { policy: Policy; at: number; policies: readonly Policy[] }) {
  const t = useAdminWords();
  const { whom, targets } = usePolicySummary(policy);
  const ordering = useMutation({ mutationFn: putInOrder });
  const { id, name, enabled } = policy;
  return (
    <OrderedRow
      name={name}
      marks={!enabled && <span className={css.badge}>{t('ordered.off')}</span>}
      facts={[whom, targets]}
      path={`promises/${id}`}
      at={at}
      last={policies.length - 1}
      busy={ordering.isPending}
      onMove={(by) => ordering.mutate(policies.toSpliced(at, 1).toSpliced(at + by, 0, policy))}
    />
  );
}
