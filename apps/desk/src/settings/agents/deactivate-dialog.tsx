import type { Agent } from '@madoguchi/contract/agents.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { tell } from '../../ui/tell.tsx';
import { changeAgent } from './agents.mutations.ts';
import css from './agents-section.module.css';

/** Ends somebody's access. Signing them out everywhere cannot be undone, so it is said before. */
export function DeactivateDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useAdminWords();
  const ending = useMutation({
    mutationFn: () => changeAgent(agent.id, { active: false }),
    onSuccess: () => {
      tell(t('agents.told_inactive', { name: agent.name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('agents.deactivate_title', { name: agent.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <ul className={css.consequences}>
        <li>{t('agents.deactivate_signed_out')}</li>
        <li>{t('agents.deactivate_kept')}</li>
        <li>{t('agents.deactivate_assigned')}</li>
        <li>{t('agents.deactivate_return')}</li>
      </ul>
      <Group justify="flex-end" gap={8} className={css.foot}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="danger" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('agents.deactivate')}
        </Button>
      </Group>
    </Modal>
  );
}
