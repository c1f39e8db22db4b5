import { updateWorkspace } from '@madoguchi/contract/workspaces.ts';
import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { workspaceQuery } from '../settings.queries.ts';

/** Card numbers and individual numbers are not kept; set at once. */
export function MaskNumbers({ on }: { on: boolean }) {
  const t = useAdminWords();
  const set = useMutation({
    mutationFn: (maskNumbers: boolean) => call(updateWorkspace, { body: { maskNumbers } }),
    onSuccess: (workspace) => queryClient.setQueryData(workspaceQuery.queryKey, workspace),
  });
  return (
    <Switch
      label={t('mask.label')}
      description={t('mask.text')}
      checked={set.isPending ? set.variables : on}
      disabled={set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  );
}
