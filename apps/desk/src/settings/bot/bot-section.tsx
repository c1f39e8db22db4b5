import { updateWorkspace } from '@madoguchi/contract/workspaces.ts';
import { useQuery } from '@tanstack/react-query';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { botPolicyQuery, workspaceQuery } from '../settings.queries.ts';
import { BoldnessField } from './boldness-field.tsx';
import css from './bot-section.module.css';
import { Confidence } from './confidence.tsx';

/** How bold the bot is, what each choice costs, and what the number beside its answers rests on. */
export function BotSection() {
  const query = useQuery(workspaceQuery);
  return (
    <Loaded query={query} height={420}>
      {({ answersRight }) => <BotForm answersRight={answersRight} />}
    </Loaded>
  );
}

function BotForm({ answersRight }: { answersRight: number }) {
  const policy = useQuery(botPolicyQuery);
  const form = useForm<{ answersRight: number }>({
    id: 'settings.bot',
    stored: { answersRight },
    check: () => ({}),
    save: async (values) => {
      queryClient.setQueryData(workspaceQuery.queryKey, await call(updateWorkspace, { body: values }));
      await queryClient.invalidateQueries({ queryKey: botPolicyQuery.queryKey });
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <BoldnessField value={form.values.answersRight} onChange={(share) => form.set({ answersRight: share })} policy={policy} />
      <Confidence policy={policy.data} />
      <SaveBar form={form} />
    </form>
  );
}
