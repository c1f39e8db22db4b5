import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { NotFound } from '../../app/not-found.tsx';
import { Loaded } from '../loaded.tsx';
import { rulesQuery } from './automation.queries.ts';
import { beginningAt } from './examples.ts';
import { RuleList } from './rule-list.tsx';
import { blank } from './rule-values.ts';

const RuleForm = lazy(() => import('./rule-form.tsx').then((module) => ({ default: module.RuleForm })));

/** Rules that act by themselves: all in their order, or one of them. */
export function AutomationSection({ rest }: { rest: string | null }) {
  const t = useAdminWords();
  const query = useQuery(rulesQuery);
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        if (!rest) return <RuleList rules={items} />;
        const rule = items.find(({ id }) => id === rest) ?? null;
        const from = rule ?? beginningAt(rest, blank, t);
        if (!from) return <NotFound />;
        return (
          <Suspense>
            <RuleForm key={rest} rule={rule} from={from} />
          </Suspense>
        );
      }}
    </Loaded>
  );
}
