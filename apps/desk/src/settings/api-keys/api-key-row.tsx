import { type listApiKeys, revokeApiKey } from '@madoguchi/contract/agents.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { Button, Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { apiKeysQuery } from '../settings.queries.ts';
import css from './api-keys-section.module.css';

export function ApiKeyRow({ apiKey }: { apiKey: OutputOf<typeof listApiKeys>['items'][number] }) {
  const t = useAdminWords();
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>{apiKey.name}</span>
        <span className={css.facts}>
          <code>{apiKey.hint}</code>
          <span>{t(`role.${apiKey.role}`)}</span>
          <span>
            {t('api_keys.made')} <Ago at={apiKey.createdAt} />
          </span>
          <span>
            {apiKey.lastUsedAt ? (
              <>
                {t('api_keys.used')} <Ago at={apiKey.lastUsedAt} />
              </>
            ) : (
              t('api_keys.never_used')
            )}
          </span>
        </span>
      </span>
      <Revoke id={apiKey.id} name={apiKey.name} />
    </li>
  );
}

/** Revoking stops a program at once and cannot be undone: the button asks by saying so. */
function Revoke({ id, name }: { id: string; name: string }) {
  const t = useAdminWords();
  const [asking, setAsking] = useState(false);
  const revoking = useMutation({
    mutationFn: () => call(revokeApiKey, { params: { id } }),
    onSuccess: () => {
      queryClient.setQueryData(apiKeysQuery.queryKey, (now) => now && { items: now.items.filter((key) => key.id !== id) });
      tell(t('api_keys.told_revoked', { name }));
    },
  });
  return (
    <Popover opened={asking} onChange={setAsking} width={280} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setAsking(!asking)} aria-label={t('api_keys.revoke_named', { name })}>
          {t('api_keys.revoke')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={`${css.ask} prose`}>{t('api_keys.revoke_text')}</p>
        <Button fullWidth color="danger" loading={revoking.isPending} onClick={() => revoking.mutate()}>
          {t('api_keys.revoke_now')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
