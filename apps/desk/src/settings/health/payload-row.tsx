import { type Payload, parseAgain } from '@madoguchi/contract/channels.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { healthQuery } from '../../channels/channels.queries.ts';
import { fileSize } from '../../ui/file-size.ts';
import { tell } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { Comparison } from './comparison.tsx';
import { usePayloadProblem } from './payload-problem.ts';
import css from './payloads.module.css';
import { comparisonQuery, payloadsQuery } from './payloads.queries.ts';

/** One payload: when it came, why it could not be read, how it begins; what it would be read as now, and reading it again. */
export function PayloadRow({ payload }: { payload: Payload }) {
  const t = useAdminWords();
  const words = usePayloadProblem();
  const [comparing, setComparing] = useState(false);
  const reading = useMutation({
    mutationFn: () => call(parseAgain, { params: { id: payload.id } }),
    onSuccess: ({ state }) => {
      void queryClient.invalidateQueries({ queryKey: healthQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: comparisonQuery(payload.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: payloadsQuery(payload.inboxId).queryKey });
      if (state !== 'failed') tell(t('payloads.told_read'));
    },
  });
  const problem = reading.data?.state === 'failed' ? reading.data.problem : payload.problem;
  return (
    <li className={css.row}>
      <p className={css.when}>
        <Ago at={payload.receivedAt} /> · {fileSize(payload.sizeInBytes)}
        {payload.parserVersion !== null && ` · ${t('payloads.version', { version: payload.parserVersion })}`}
      </p>
      {problem && <p className={css.problem}>{words(problem)}</p>}
      <pre className={css.excerpt}>{payload.excerpt}</pre>
      {comparing && <Comparison payloadId={payload.id} />}
      {reading.data?.state === 'failed' && !comparing && (
        <p className={css.still} role="status">
          {t('payloads.still_unread')}
        </p>
      )}
      <div className={css.tools}>
        <Button variant="default" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
          {t(comparing ? 'payloads.hide' : 'payloads.compare')}
        </Button>
        <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate()}>
          {t('payloads.read_again')}
        </Button>
      </div>
    </li>
  );
}
