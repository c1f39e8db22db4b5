import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { getFlow } from '@madoguchi/contract/flows.ts';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useMe } from '../../app/me.ts';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { flowQuery } from '../flows.queries.ts';
import { BackToFlows } from './back-to-flows.tsx';
import { EditorView } from './editor-view.tsx';
import { useFlowEditor } from './use-flow-editor.ts';

/** One flow: drawn, tried, published and measured here. */
export function FlowPage() {
  const t = useAdminWords();
  const { flowId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(flowQuery(flowId));
  if (data) return <Editing key={flowId} opened={data} />;
  return (
    <Page title={t('flows.loading')} back={<BackToFlows />} width={1344}>
      {error ? (
        <Failure error={error}>
          <Button onClick={() => void refetch()}>{t('retry')}</Button>
        </Failure>
      ) : (
        <Skeleton height={480} radius="md" aria-label={t('flows.loading')} />
      )}
    </Page>
  );
}

function Editing({ opened }: { opened: OutputOf<typeof getFlow> }) {
  const t = useAdminWords();
  const { agent } = useMe();
  // What was opened is where the drawing began; what the server tells later comes by saving.
  const [first] = useState(opened);
  const editor = useFlowEditor(agent.id, { ...opened, faults: first.faults }, t('flows.untitled'));
  return <EditorView editor={editor} />;
}
