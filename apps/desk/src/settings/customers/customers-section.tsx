import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { Loaded } from '../loaded.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import { AttributeList } from './attribute-list.tsx';
import css from './customers-section.module.css';
import { MaskNumbers } from './mask-numbers.tsx';

/** What is known of customers and organizations, and what of their messages is not kept. */
export function CustomersSection() {
  const t = useAdminWords();
  const attributes = useQuery({ ...attributesQuery, staleTime: 0 });
  const workspace = useQuery(workspaceQuery);
  return (
    <div className={css.sections}>
      <Loaded query={attributes} height={240}>
        {({ items }) => (
          <div className={css.sections}>
            <AttributeList subject="customer" attributes={items.filter(({ subject }) => subject === 'customer')} />
            <AttributeList subject="organization" attributes={items.filter(({ subject }) => subject === 'organization')} />
          </div>
        )}
      </Loaded>
      <Section title={t('mask.title')}>
        <Loaded query={workspace} height={72}>
          {({ maskNumbers }) => <MaskNumbers on={maskNumbers} />}
        </Loaded>
      </Section>
    </div>
  );
}
