import {
  createMacro,
  createOwnMacro,
  deleteMacro,
  deleteOwnMacro,
  listAllMacros,
  listMacros,
  type Macro,
  macroUsage,
  updateMacro,
  updateOwnMacro,
} from '@madoguchi/contract/macros.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';

/** What is looked after here: with the right to change everybody's, those of every team as well. */
export const macrosToKeepQuery = (mayShare: boolean) =>
  queryOptions({ queryKey: ['macros', 'kept', mayShare], queryFn: () => call(mayShare ? listAllMacros : listMacros, {}) });
export const macroUsageQuery = queryOptions({ queryKey: ['macro-usage'], queryFn: () => call(macroUsage, {}), staleTime: 30_000 });

export type MacroValues = Omit<Macro, 'id'>;

export const valuesOf = ({ id: _id, ...values }: Macro): MacroValues => values;

const renew = () => queryClient.invalidateQueries({ queryKey: ['macros'] });

/** Adds one, or changes the one with `id`. Who may not change everybody's, keeps their own. */
export async function saveMacro(id: string | null, body: MacroValues, mayShare: boolean): Promise<void> {
  if (mayShare) await (id ? call(updateMacro, { params: { id }, body }) : call(createMacro, { body }));
  else await (id ? call(updateOwnMacro, { params: { id }, body }) : call(createOwnMacro, { body }));
  await renew();
}

/** Removes one at once; taking it back writes the same again. */
export function useRemoveMacro(mayShare: boolean) {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: (macro: Macro) => saveMacro(null, valuesOf(macro), mayShare) });
  return useMutation({
    mutationFn: (macro: Macro) => call(mayShare ? deleteMacro : deleteOwnMacro, { params: { id: macro.id } }),
    onSuccess: async (_nothing, macro) => {
      await renew();
      tellWithUndo(t('macros.told_removed', { name: macro.name }), { label: t('undo'), undo: () => back.mutate(macro) });
    },
  });
}
