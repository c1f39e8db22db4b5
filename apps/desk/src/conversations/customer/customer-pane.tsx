import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import { isSafeHref } from '../../ui/markdown.ts';
import { Ago } from '../../ui/time-text.tsx';
import { customerName } from '../customer-name.ts';
import { FieldsPart } from '../fields/fields-part.tsx';
import css from './customer-pane.module.css';
import { Duplicates } from './duplicates.tsx';
import { Identities } from './identities.tsx';
import { PaneCommerce } from './pane-commerce.tsx';
import { PaneAttributes, PaneNotes } from './pane-knowledge.tsx';
import { PastConversations } from './past-conversations.tsx';

/** Who is asking: names, addresses, where they are now, what the company knows, and what they asked before. */
export function CustomerPane({ detail: { customer, conversation, page } }: { detail: ConversationDetail }) {
  const t = useWords();
  return (
    <div className={css.pane}>
      <header className={css.head}>
        <h3 className={css.name}>
          <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
            {customerName(t, customer.name)}
          </Link>
        </h3>
        {customer.reading && <p className={css.reading}>{customer.reading}</p>}
        {customer.organization && <p className={css.small}>{customer.organization.name}</p>}
        {customer.tags.length > 0 && (
          <p className={css.tags}>
            {customer.tags.map((tag) => (
              <span key={tag}>{tag}</span>
            ))}
          </p>
        )}
        <p className={css.small}>
          {customer.locale && t(customer.locale === 'ja' ? 'customer_pane.speaks_ja' : 'customer_pane.speaks_en')}
          {customer.lastSeenAt && (
            <>
              {customer.locale && ' · '}
              {t('customer_pane.last_seen')} <Ago at={customer.lastSeenAt} />
            </>
          )}
        </p>
      </header>
      <FieldsPart conversation={conversation} />
      <Duplicates customerId={customer.id} />
      <Identities identities={customer.identities} />
      {page && (
        <section className={css.section}>
          <h4>{t('customer_pane.page')}</h4>
          {isSafeHref(page.url) ? (
            <a className={css.link} href={page.url} target="_blank" rel="noreferrer noopener" title={page.url}>
              <span>{page.title || page.url}</span>
              <IconExternalLink size={14} stroke={1.8} aria-hidden />
            </a>
          ) : (
            <p className={css.small}>{page.title}</p>
          )}
        </section>
      )}
      <PaneNotes customerId={customer.id} />
      <PaneCommerce key={customer.id} customerId={customer.id} />
      <PaneAttributes values={customer.attributes} />
      <section className={css.section}>
        <h4>{t('customer_pane.conversation')}</h4>
        <dl className={css.facts}>
          <div>
            <dt>{t('customer_pane.inbox')}</dt>
            <dd>{conversation.inbox.name}</dd>
          </div>
          <div>
            <dt>{t('customer_pane.opened')}</dt>
            <dd>
              <Ago at={conversation.createdAt} />
            </dd>
          </div>
        </dl>
      </section>
      <PastConversations customerId={customer.id} openId={conversation.id} />
    </div>
  );
}
