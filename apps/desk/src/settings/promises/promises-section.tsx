import { useQuery } from '@tanstack/react-query';
import { NotFound } from '../../app/not-found.tsx';
import { Loaded } from '../loaded.tsx';
import { policiesQuery } from './policies.queries.ts';
import { PolicyForm } from './policy-form.tsx';
import { PolicyList } from './policy-list.tsx';

/** Where a policy is that is not there yet. */
const NEW = 'new';

/** What is promised to whom: the policies in order, or one of them. */
export function PromisesSection({ rest }: { rest: string | null }) {
  const query = useQuery(policiesQuery);
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        if (!rest) return <PolicyList policies={items} />;
        const policy = items.find(({ id }) => id === rest);
        if (!policy && rest !== NEW) return <NotFound />;
        return <PolicyForm key={rest} policy={policy ?? null} />;
      }}
    </Loaded>
  );
}
