import { listSynonymProposals } from '@madoguchi/contract/proposed-synonyms.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const proposalsQuery = queryOptions({ queryKey: ['synonym-proposals'] as const, queryFn: () => call(listSynonymProposals, {}) });
