import { removeInbox } from '@madoguchi/contract/channels.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { Section } from '../../../admin/section.tsx';
import { call } from '../../../app/client.ts';
import { tell } from '../../../ui/tell.tsx';
import type { Inbox } from '../inbox.types.ts';
import { dropInbox } from '../inboxes.mutations.ts';
import css from '../inboxes-section.module.css';

/** Takes an inbox away for good: it cannot be undone, so what it means is said before. */
export function Remove({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  const [asking, { open, close }] = useDisclosure();
  return (
    <Section title={t('inbox.remove_title')}>
      <div className={css.pause}>
        <p className="prose">{t('inbox.remove_text')}</p>
        <Button variant="default" color="danger" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={open}>
          {t('inbox.remove')}
        </Button>
      </div>
      {asking && <Ask inbox={inbox} onClose={close} />}
    </Section>
  );
}

function Ask({ inbox, onClose }: { inbox: Inbox; onClose: () => void }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const removing = useMutation({
    mutationFn: () => call(removeInbox, { params: { id: inbox.id } }),
    onSuccess: async () => {
      await navigate({ to: '/settings/$', params: { _splat: 'inboxes' } });
      dropInbox(inbox.id);
      tell(t('inbox.told_removed', { name: inbox.name }));
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox.remove_ask', { name: inbox.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <ul className={css.consequences}>
        <li>{t('inbox.remove_unreachable')}</li>
        <li>{t('inbox.remove_kept')}</li>
        <li>{t('inbox.remove_final')}</li>
      </ul>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="danger" loading={removing.isPending} onClick={() => removing.mutate()}>
          {t('inbox.remove')}
        </Button>
      </Group>
    </Modal>
  );
}
