import { createFlow, type Flow, type FlowPlan, getFlow, setFlowStatus } from '@madoguchi/contract/flows.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';
import { tell, tellWithUndo } from '../ui/tell.tsx';
import { keys, listChanged } from './flows.queries.ts';

export type Status = Flow['status'];
type Change = { id: string; from: Status; to: Status };

const told = { published: 'flows.told_published', draft: 'flows.told_taken_back', archived: 'flows.told_archived' } as const;

/** The status as the server has it now, in every place that shows it. Throws what `call` throws. */
export async function writeStatus(id: string, to: Status): Promise<Flow> {
  const flow = await call(setFlowStatus, { params: { id }, body: { status: to } });
  queryClient.setQueryData(keys.one(id), (now?: { flow: Flow; faults: [] }) => now && { ...now, flow });
  void listChanged();
  return flow;
}

/** Takes back or archives at once; the way back is offered instead of a question before. */
export function useSetFlowStatus() {
  const t = useAdminWords();
  const write = ({ id, to }: Change) => writeStatus(id, to);
  const back = useMutation({ mutationFn: write });
  return useMutation({
    mutationFn: write,
    onSuccess: (_flow, { id, from, to }) =>
      tellWithUndo(t(told[to]), { label: t('undo'), undo: () => back.mutate({ id, from: to, to: from }) }),
  });
}

/** Writes a new flow and opens it. */
export function useCreateFlow() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (plan: FlowPlan) => call(createFlow, { body: plan }),
    onSuccess: (flow) => {
      void listChanged();
      void navigate({ to: '/knowledge/flows/$flowId', params: { flowId: flow.id } });
    },
  });
}

/** The same flow once more, as a draft with a name of its own. */
export function useDuplicateFlow() {
  const t = useAdminWords();
  return useMutation({
    mutationFn: async (id: string) => {
      const { name, triggers, start, steps } = (await call(getFlow, { params: { id } })).flow;
      const copy = t('flows.copy_name', { name }).slice(0, 100);
      return call(createFlow, { body: { name: copy, triggers, start, steps } });
    },
    onSuccess: () => {
      void listChanged();
      tell(t('flows.told_duplicated'));
    },
  });
}
