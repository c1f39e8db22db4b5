import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { NotFound } from '../../app/not-found.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import { InboxDetail } from './inbox-detail.tsx';
import { InboxRow } from './inbox-row.tsx';
import css from './inboxes-section.module.css';
import { NewInboxDialog } from './new-inbox-dialog.tsx';

/** The doors through which customers come in: the list, and one of them with all its settings. */
export function InboxesSection({ rest }: { rest: string | null }) {
  const query = useQuery(inboxesQuery);
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        const inbox = items.find(({ id }) => id === rest);
        if (rest) return inbox ? <InboxDetail key={inbox.id} inbox={inbox} inboxes={items} /> : <NotFound />;
        return <InboxList items={items} />;
      }}
    </Loaded>
  );
}

function InboxList({ items }: { items: Parameters<typeof InboxRow>[0]['inbox'][] }) {
  const t = useAdminWords();
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <ListHead text={items.length > 0 && t('inbox.count', { count: items.length })}>
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
          {t('inbox.new')}
        </Button>
      </ListHead>
      <ul className={css.list}>
        {items.map((inbox) => (
          <InboxRow key={inbox.id} inbox={inbox} />
        ))}
      </ul>
      {creating && <NewInboxDialog onClose={close} />}
    </>
  );
}
