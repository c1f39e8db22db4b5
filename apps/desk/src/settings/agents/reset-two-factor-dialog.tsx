import type { Agent } from '@madoguchi/contract/agents.ts';
import { resetTwoFactor } from '@madoguchi/contract/two-factor.ts';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { agentsTwoFactorQuery } from '../settings.queries.ts';
import css from './agents-section.module.css';

/** For somebody who lost the device and the recovery codes. It cannot be taken back, so it is asked. */
export function ResetTwoFactorDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useAdminWords();
  const resetting = useMutation({
    mutationFn: () => call(resetTwoFactor, { params: { id: agent.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: agentsTwoFactorQuery.queryKey });
      tell(t('two_factor.told_reset', { name: agent.name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('two_factor.reset_title', { name: agent.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p style={{ marginTop: 0 }} className="prose">
        {t('two_factor.reset_text')}
      </p>
      <div className={css.foot} style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="danger" loading={resetting.isPending} onClick={() => resetting.mutate()}>
          {t('two_factor.reset')}
        </Button>
      </div>
    </Modal>
  );
}
