import { updateWorkspace, type Workspace } from '@madoguchi/contract/workspaces.ts';
import { useQuery } from '@tanstack/react-query';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { meQuery } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import { isColor } from './contrast.ts';
import { MessengerFields } from './messenger-fields.tsx';
import { WorkspaceFields } from './workspace-fields.tsx';
import css from './workspace-section.module.css';

export type WorkspaceValues = Pick<Workspace, 'name' | 'locale' | 'timezone' | 'color' | 'greeting' | 'replyMinutes' | 'undoSendSeconds'>;
export type WorkspaceFormState = ReturnType<typeof useForm<WorkspaceValues>>;

const valuesOf = ({ name, locale, timezone, color, greeting, replyMinutes, undoSendSeconds }: Workspace): WorkspaceValues => ({
  name,
  locale,
  timezone,
  color,
  greeting,
  replyMinutes,
  undoSendSeconds,
});

const check = (values: WorkspaceValues) =>
  faults({
    name: textFault(values.name, 100),
    color: isColor(values.color) ? undefined : { word: 'fault.color' },
    'greeting.ja': textFault(values.greeting.ja, 300),
    'greeting.en': textFault(values.greeting.en, 300),
  });

export function WorkspaceSection() {
  const query = useQuery(workspaceQuery);
  return (
    <Loaded query={query} height={560}>
      {(workspace) => <WorkspaceForm workspace={workspace} />}
    </Loaded>
  );
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const form = useForm<WorkspaceValues>({
    id: 'settings.workspace',
    stored: valuesOf(workspace),
    check,
    refusals: { 'workspace.timezone_unknown': { path: 'timezone', word: 'fault.timezone' } },
    save: async (values) => {
      const saved = await call(updateWorkspace, { body: { ...values, name: values.name.trim(), color: values.color.toLowerCase() } });
      queryClient.setQueryData(workspaceQuery.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <WorkspaceFields form={form} />
      <MessengerFields form={form} />
      <SaveBar form={form} />
    </form>
  );
}
