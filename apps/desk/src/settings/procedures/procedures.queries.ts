import {
  createProcedure,
  listProcedures,
  type Procedure,
  type ProcedureBody,
  procedureFigures,
  removeProcedure,
  sortProcedures,
  updateProcedure,
} from '@madoguchi/contract/procedures.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export const proceduresQuery = queryOptions({ queryKey: ['procedures'], queryFn: () => call(listProcedures, {}) });
export const figuresQuery = (id: string) =>
  queryOptions({ queryKey: ['procedures', 'figures', id], queryFn: () => call(procedureFigures, { params: { id } }), staleTime: 0 });

const keep = (run: (items: Procedure[]) => Procedure[]) =>
  queryClient.setQueryData(proceduresQuery.queryKey, (now) => now && { items: run(now.items) });

export async function saveProcedure(id: string | null, body: ProcedureBody): Promise<void> {
  const saved = id ? await call(updateProcedure, { params: { id }, body }) : await call(createProcedure, { body });
  keep((items) => (id ? items.map((one) => (one.id === id ? saved : one)) : [...items, saved]));
}

export async function dropProcedure(id: string): Promise<void> {
  await call(removeProcedure, { params: { id } });
  keep((items) => items.filter((one) => one.id !== id));
}

export async function orderProcedures(ids: string[]): Promise<void> {
  const { items } = await call(sortProcedures, { body: { ids } });
  keep(() => items);
}
