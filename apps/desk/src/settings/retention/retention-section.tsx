import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Loaded } from '../loaded.tsx';
import { HoldList } from './hold-list.tsx';
import css from './retention.module.css';
import { retentionQuery } from './retention.queries.ts';
import { RetentionRow } from './retention-row.tsx';

/** How long what is kept is kept, and what may not go whatever its age. */
export function RetentionSection() {
  const t = useAdminWords();
  const query = useQuery(retentionQuery);
  return (
    <div className={css.parts}>
      <Section title={t('retention.rules')} text={t('retention.rules_text')}>
        <Loaded query={query} height={420}>
          {({ items }) => (
            <ul className={css.list}>
              {items.map((rule) => (
                <RetentionRow key={rule.kind} rule={rule} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <HoldList />
    </div>
  );
}
