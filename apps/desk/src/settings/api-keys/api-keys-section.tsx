import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconExternalLink, IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { apiKeysQuery } from '../settings.queries.ts';
import { ApiKeyRow } from './api-key-row.tsx';
import css from './api-keys-section.module.css';
import { NewApiKeyDialog } from './new-api-key-dialog.tsx';

/** Keys by which other programs reach the API, each with a role of its own. */
export function ApiKeysSection() {
  const t = useAdminWords();
  const query = useQuery(apiKeysQuery);
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <ListHead
        text={
          <a className={css.link} href="/api/openapi.json" target="_blank" rel="noreferrer">
            {t('api_keys.openapi')}
            <IconExternalLink size={14} stroke={1.6} aria-hidden />
          </a>
        }
      >
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
          {t('api_keys.new')}
        </Button>
      </ListHead>
      <Loaded query={query} height={160}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconKey} title={t('api_keys.none')} text={t('api_keys.none_text')} />
          ) : (
            <ul className={css.list}>
              {items.map((apiKey) => (
                <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <NewApiKeyDialog onClose={close} />}
    </>
  );
}
