import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Relation } from '@madoguchi/contract/related.ts';
import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { ChannelIcon } from '../channel-icon.tsx';
import { ofCustomerQuery } from '../conversations.queries.ts';
import { customerName } from '../customer-name.ts';
import { StatusDot } from '../header/status-dot.tsx';
import { statusWord } from '../header/statuses.ts';
import choice from '../timeline/mail/move-dialog.module.css';
import { LinkedNow } from './linked-now.tsx';
import { useRelate } from './related.mutations.ts';
import { foundQuery, relatedQuery } from './related.queries.ts';

const RELATIONS: readonly Relation[] = ['related', 'parent', 'child', 'original', 'duplicate'];

/** What another conversation is to this one: the customer's own first, any other by number or words. */
export function RelateDialog({ conversation, close }: { conversation: Conversation; close: () => void }) {
  const t = useWords();
  const relate = useRelate(conversation.id);
  const [relation, setRelation] = useState<Relation>('related');
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim().replace(/^#/, ''));
  const own = useQuery(ofCustomerQuery(conversation.customer.id));
  const found = useQuery(foundQuery(asked));
  const linked = useQuery(relatedQuery(conversation.id)).data?.items ?? [];
  const { data, error, isPending, refetch } = asked === '' ? own : found;
  const taken = new Set([conversation.id, ...linked.map((one) => one.conversation.id)]);
  const others = data?.items.filter(({ id }) => !taken.has(id));
  return (
    <Modal
      opened
      onClose={close}
      title={t('related.title', { number: conversation.number })}
      size={560}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack gap={16}>
        <LinkedNow items={linked} />
        <Select
          label={t('related.is')}
          description={t(`related.help.${relation}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          data={RELATIONS.map((value) => ({ value, label: t(`related.${value}`) }))}
          value={relation}
          onChange={(value) => value && setRelation(value as Relation)}
        />
        <TextInput
          type="search"
          aria-label={t('related.search')}
          placeholder={t('related.search')}
          data-autofocus
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <div>
          <p className={choice.lead}>{t(asked === '' ? 'related.of_customer' : 'related.found')}</p>
          {isPending && <p className={choice.lead}>{t('related.loading')}</p>}
          {error && !data && (
            <Button variant="default" onClick={() => void refetch()}>
              {t('related.failed')}
            </Button>
          )}
          {others?.length === 0 && <p className={choice.lead}>{t('related.none')}</p>}
          <ul className={choice.list}>
            {others?.map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  className={choice.choice}
                  disabled={relate.isPending}
                  onClick={() => relate.mutate({ other, relation }, { onSuccess: close })}
                >
                  <span>
                    {other.subject || t('conversation.untitled')} <span className={choice.number}>#{other.number}</span>
                  </span>
                  <span className={choice.meta}>
                    <ChannelIcon channel={other.channel} />
                    {customerName(t, other.customer.name)}
                    <StatusDot conversation={other} />
                    {t(statusWord(other))}
                    <Ago at={other.lastActivityAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Stack>
    </Modal>
  );
}
