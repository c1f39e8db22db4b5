import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { useCan } from '../app/me.ts';
import { Page } from '../ui/page.tsx';
import { GateDialog } from './gate/gate-dialog.tsx';
import { unansweredQuery } from './knowledge.queries.ts';
import css from './knowledge-frame.module.css';

type Tab = 'articles' | 'flows' | 'unanswered' | 'synonyms' | 'checked' | 'report' | 'import';

/** What the pages of knowledge share: the title, the tabs between them and the width. */
export function KnowledgeFrame({ tab, actions, children }: { tab: Tab; actions?: ReactNode; children: ReactNode }) {
  const t = useAdminWords();
  const mayImport = useCan('import.run');
  const unanswered = useQuery(unansweredQuery);
  const waiting = unanswered.data?.items.length ?? 0;
  const tabs = useRef<HTMLElement>(null);
  // On a phone the last tab lies beyond the edge until it is the current one.
  useEffect(() => {
    tabs.current?.querySelector(`[data-tab="${tab}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [tab]);
  const props = (name: Tab) => ({ className: css.tab, 'data-tab': name, 'aria-current': tab === name ? ('page' as const) : undefined });
  return (
    <Page title={t('knowledge.title')} actions={<div className={forms.forms}>{actions}</div>} width={1344}>
      <nav ref={tabs} className={css.tabs} aria-label={t('knowledge.tabs')}>
        <Link to="/knowledge" activeOptions={{ exact: true }} {...props('articles')}>
          {t('knowledge.tab_articles')}
        </Link>
        <Link to="/knowledge/flows" {...props('flows')}>
          {t('flows.tab')}
        </Link>
        <Link to="/knowledge/unanswered" {...props('unanswered')}>
          {t('knowledge.tab_unanswered')}
          {waiting > 0 && <span className={css.count}>{waiting}</span>}
        </Link>
        <Link to="/knowledge/synonyms" {...props('synonyms')}>
          {t('knowledge.tab_synonyms')}
        </Link>
        <Link to="/knowledge/checked" {...props('checked')}>
          {t('knowledge.tab_checked')}
        </Link>
        <Link to="/knowledge/report" {...props('report')}>
          {t('knowledge.tab_report')}
        </Link>
        {mayImport && (
          <Link to="/knowledge/import" {...props('import')}>
            {t('knowledge.tab_import')}
          </Link>
        )}
      </nav>
      <div className={forms.forms}>{children}</div>
      <GateDialog />
    </Page>
  );
}
