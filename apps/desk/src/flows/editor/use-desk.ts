import type { FlowFault, FlowPlan } from '@madoguchi/contract/flows.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { readingOrder } from '../plan/layout.ts';
import { stepName, tellExit, tellStep } from '../plan/tell.ts';
import type { FlowDesk } from './flow-context.ts';

type Options = {
  plan: FlowPlan;
  edit: FlowDesk['edit'];
  readOnly: boolean;
  faults: readonly FlowFault[];
  figures: FlowDesk['figures'];
  here: string | null;
};

/** What the parts of the editor share, made from the plan on screen. */
export function useDesk({ plan, edit, readOnly, faults, figures, here }: Options): FlowDesk {
  const t = useAdminWords();
  const locale = useLocale();
  const teams = useQuery(teamsQuery).data?.items;
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<FlowDesk['gone']>(null);
  const told = useMemo(() => {
    const order = readingOrder(plan);
    const steps = new Map(plan.steps.map((step) => [step.id, step]));
    const teamName = (id: string) => teams?.find((team) => team.id === id)?.name;
    return {
      order,
      nameOf: (id: string) => {
        const step = steps.get(id);
        return step ? stepName(t, step, order.indexOf(id), locale) : '';
      },
      textOf: (step: FlowPlan['steps'][number]) => tellStep(t, step, locale, teamName),
      exitName: (step: FlowPlan['steps'][number], exit: string) => tellExit(t, step, exit, locale),
    };
  }, [plan, teams, t, locale]);
  return useMemo(
    () => ({
      ...told,
      plan,
      edit: (change, key) => !readOnly && edit(change, key),
      readOnly,
      faults,
      figures,
      here,
      selected: selected.filter((id) => plan.steps.some((step) => step.id === id)),
      select: setSelected,
      goTo: (id) => {
        setSelected([id]);
        setGone((before) => ({ id, times: (before?.times ?? 0) + 1 }));
      },
      gone,
    }),
    [told, plan, edit, readOnly, faults, figures, here, selected, gone],
  );
}
