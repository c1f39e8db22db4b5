import {
  type AutomationRule,
  cancelDryRun,
  createRule,
  deleteRule,
  getDryRun,
  listRules,
  orderRules,
  type RuleBody,
  resumeRule,
  runsOfRule,
  startDryRun,
  switchRule,
  updateRule,
} from '@madoguchi/contract/automation.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

/** Looked at anew each time: rules act while nobody looks. */
export const rulesQuery = queryOptions({ queryKey: ['automation-rules'], queryFn: () => call(listRules, {}), staleTime: 0 });

export const runsOfRuleQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['automation-runs', id],
    queryFn: ({ pageParam }) => call(runsOfRule, { params: { id }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });

const RUNNING_MS = 600;

/** How far a dry run is, looked at until it is done. */
export const dryRunQuery = (id: string) =>
  queryOptions({
    queryKey: ['automation-dry-run', id],
    queryFn: () => call(getDryRun, { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING_MS : false),
    staleTime: 0,
    retry: false,
  });

const renew = () => queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey });

/** Puts a rule as the server has it now into the list. */
function keep(rule: AutomationRule): void {
  queryClient.setQueryData(rulesQuery.queryKey, (before) =>
    before ? { items: before.items.map((one) => (one.id === rule.id ? rule : one)) } : before,
  );
}

export async function addRule(body: RuleBody): Promise<AutomationRule> {
  const made = await call(createRule, { body });
  await renew();
  return made;
}

export async function changeRule(id: string, body: RuleBody): Promise<void> {
  keep(await call(updateRule, { params: { id }, body }));
}

export async function turnRule({ id, enabled }: { id: string; enabled: boolean }): Promise<void> {
  keep(await call(switchRule, { params: { id }, body: { enabled } }));
}

export async function dropRule(id: string): Promise<void> {
  await call(deleteRule, { params: { id } });
  await renew();
}

export async function letRunAgain(id: string): Promise<void> {
  keep(await call(resumeRule, { params: { id } }));
}

/** Shown at once in the new order; what the server says counts. */
export async function putInOrder(rules: readonly AutomationRule[]): Promise<void> {
  queryClient.setQueryData(rulesQuery.queryKey, { items: [...rules] });
  try {
    queryClient.setQueryData(rulesQuery.queryKey, await call(orderRules, { body: { ids: rules.map(({ id }) => id) } }));
  } catch (error) {
    await renew();
    throw error;
  }
}

export const askDryRun = (rule: Pick<RuleBody, 'when' | 'conditions'>, days: 7 | 30 | 90) => call(startDryRun, { body: { rule, days } });
export const endDryRun = (id: string) => call(cancelDryRun, { params: { id } });
