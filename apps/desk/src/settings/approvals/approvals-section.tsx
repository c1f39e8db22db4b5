import type { ApprovalRule } from '@madoguchi/contract/approvals.ts';
import { IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { NotFound } from '../../app/not-found.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { OrderedList } from '../ordered-list.tsx';
import { approvalRulesQuery, orderApprovalRules } from './approval-rules.queries.ts';
import { RuleForm } from './rule-form.tsx';

const NEW = 'new';

/** Whose replies wait for somebody's approval: the rules in order, or one of them. */
export function ApprovalsSection({ rest }: { rest: string | null }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: teams } = useQuery(teamsQuery);
  const query = useQuery(approvalRulesQuery);
  const order = useMutation({ mutationFn: orderApprovalRules });
  const joint = t('list_joint');
  const words = ({ conditions: { teamIds, channels: on, words: said, authors }, minutes }: ApprovalRule) =>
    [
      teamIds.map((id) => teams?.items.find((one) => one.id === id)?.name ?? '…').join(joint),
      on.map(channels.name).join(joint),
      authors.newerThanDays === null ? '' : t('approvals.new_within', { days: authors.newerThanDays }),
      authors.tiers.map((tier) => t('queues.tier_of', { tier })).join(joint),
      said.length > 0 ? t('procedures.with_words', { words: said.join(joint) }) : '',
      t('approvals.after', { minutes }),
    ]
      .filter(Boolean)
      .join(' · ');
  const add = (
    <LinkButton to="/settings/$" params={{ _splat: 'approvals/new' }} leftSection={<IconPlus size={16} stroke={2} />}>
      {t('approvals.new')}
    </LinkButton>
  );
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        if (rest) {
          const rule = items.find(({ id }) => id === rest);
          if (!rule && rest !== NEW) return <NotFound />;
          return <RuleForm key={rest} rule={rule ?? null} />;
        }
        if (items.length === 0)
          return (
            <Empty icon={IconUserCheck} title={t('approvals.none')} text={t('approvals.none_text')}>
              {add}
            </Empty>
          );
        return (
          <>
            <ListHead text={t('approvals.order_help')}>{add}</ListHead>
            <OrderedList
              path="approvals"
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
