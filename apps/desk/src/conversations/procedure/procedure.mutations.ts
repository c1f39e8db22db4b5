import type { ProcedureStanding } from '@madoguchi/contract/procedures.ts';
import { useMutation } from '@tanstack/react-query';
import { checkStep, pickProcedure } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useMe } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../conversations.queries.ts';

const put = (id: string, standing: ProcedureStanding) => queryClient.setQueryData(keys.procedure(id), standing);

/** Checks a step off, or takes that back: shown at once, and back where it was when it is refused. */
export function useCheckStep(id: string) {
  const me = useMe().agent;
  return useMutation({
    mutationFn: ({ stepId, done }: { stepId: string; done: boolean }) => call(checkStep, { params: { id, stepId }, body: { done } }),
    onMutate: ({ stepId, done }) => {
      const before = queryClient.getQueryData<ProcedureStanding>(keys.procedure(id));
      const by = done ? { id: me.id, name: me.name, at: new Date().toISOString() } : null;
      if (before?.run)
        put(id, {
          ...before,
          run: { ...before.run, steps: before.run.steps.map((one) => (one.step.id === stepId ? { ...one, done, by } : one)) },
        });
      return before;
    },
    onError: (_error, _wish, before) => before && put(id, before),
    onSuccess: (standing) => put(id, standing),
  });
}

/** Begins another procedure, or (null) leaves the one under way. */
export const usePickProcedure = (id: string) =>
  useMutation({
    mutationFn: (procedureId: string | null) => call(pickProcedure, { params: { id }, body: { procedureId } }),
    onSuccess: (standing) => put(id, standing),
  });
