import type { FoundArticle, FoundCustomer } from '@madoguchi/contract/search.ts';
import { IconBook2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { MarkedText } from './marked-text.tsx';
import css from './results.module.css';

export function CustomerResult({ found }: { found: FoundCustomer }) {
  const t = useWords();
  return (
    <li className={css.item}>
      <Link to="/customers/$customerId" params={{ customerId: found.id }} className={css.person} data-row={found.id}>
        <Avatar name={found.name || '?'} id={found.id} size={28} />
        <span className={css.about}>
          <span className={css.line}>
            <span className={css.who}>{found.name ? <MarkedText marked={found.markedName} /> : customerName(t, found.name)}</span>
            {found.reading && (
              <span className={css.quiet}>
                <MarkedText marked={found.markedReading} />
              </span>
            )}
          </span>
          {found.detail && (
            <span className={css.detail}>
              <MarkedText marked={found.detail} />
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

export function ArticleResult({ found }: { found: FoundArticle }) {
  const admin = useAdminWords();
  return (
    <li className={css.item}>
      <Link to="/knowledge/$articleId" params={{ articleId: found.articleId }} className={css.person} data-row={found.articleId}>
        <IconBook2 size={20} stroke={1.6} aria-hidden className={css.glyph} />
        <span className={css.about}>
          <span className={css.who}>
            <MarkedText marked={found.question} />
            {found.audience === 'internal' && <span className={css.badge}>{admin('search.internal')}</span>}
          </span>
          <span className={css.detail}>
            <MarkedText marked={found.answer} />
          </span>
        </span>
      </Link>
    </li>
  );
}
