import type { Policy } from '@madoguchi/contract/promises.ts';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight, IconHourglassHigh, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { putInOrder } from './policies.queries.ts';
import css from './promises.module.css';
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
  const move = (by: -1 | 1) => {
    const without = policies.filter(({ id }) => id !== policy.id);
    ordering.mutate(without.toSpliced(at + by, 0, policy));
  };
  return (
    <li className={css.row}>
      <span className={css.place}>{at + 1}</span>
      <Link to="/settings/$" params={{ _splat: `promises/${policy.id}` }} className={css.words}>
        <span className={css.name}>
          {policy.name}
          {!policy.enabled && <span className={css.badge}>{t('promise.off')}</span>}
        </span>
        <span className={css.facts}>{whom}</span>
        <span className={css.facts}>{targets}</span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
      <span className={css.moves}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={at === 0}
          aria-label={t('promise.up', { name: policy.name })}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={at === policies.length - 1}
          aria-label={t('promise.down', { name: policy.name })}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  );
}
