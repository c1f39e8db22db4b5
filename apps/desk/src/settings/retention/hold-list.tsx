import { Button } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import css from './retention.module.css';
import { useLiftHold } from './retention.mutations.ts';
import { holdsQuery } from './retention.queries.ts';

/** What may not be erased, by hand or by time. */
export function HoldList() {
  const t = useAdminWords();
  const query = useQuery(holdsQuery);
  const lift = useLiftHold();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)}>
      {t('holds.add')}
    </Button>
  );
  return (
    <Section title={t('holds.title')} text={t('holds.text')}>
      <Loaded query={query} height={160}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconScale} title={t('holds.none')} text={t('holds.none_text')}>
              {add}
            </Empty>
          ) : (
            <>
              <ListHead text={t('holds.count', { count: items.length })}>{add}</ListHead>
              <ul className={css.list}>
                {items.map(({ id, customer, conversation, reason, placedBy, placedAt }) => (
                  <li key={id} className={css.hold}>
                    <div className={css.what}>
                      {customer && (
                        <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                          {customer.name || t('holds.unnamed')}
                        </Link>
                      )}
                      {conversation && (
                        <Link to="/c/$conversationId" params={{ conversationId: conversation.id }}>
                          #{conversation.number} {conversation.subject}
                        </Link>
                      )}
                      <p>{reason}</p>
                      <p className={css.quiet}>
                        {placedBy} · <Ago at={placedAt} />
                      </p>
                    </div>
                    <Button variant="default" disabled={lift.isPending} onClick={() => lift.mutate(id)}>
                      {t('holds.lift')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {adding && <HoldDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
