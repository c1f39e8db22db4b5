import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/locale.tsx';
import { procedureQuery } from '../conversations.queries.ts';
import css from './pick-dialog.module.css';
import { usePickProcedure } from './procedure.mutations.ts';

/** A procedure picked by hand. */
export function PickDialog({ conversationId, close }: { conversationId: string; close: () => void }) {
  const t = useWords();
  const { data } = useQuery(procedureQuery(conversationId));
  const pick = usePickProcedure(conversationId);
  return (
    <Modal opened onClose={close} title={t('procedure.pick')} size={440} closeButtonProps={{ 'aria-label': t('cancel') }}>
      {data?.run && <p className={css.text}>{t('procedure.pick_text')}</p>}
      {data?.others.length === 0 && <p className={css.text}>{t('procedure.none_there')}</p>}
      <div className={css.list}>
        {data?.others.map((one) => (
          <Button
            key={one.id}
            variant="default"
            justify="flex-start"
            loading={pick.isPending && pick.variables === one.id}
            onClick={() => pick.mutate(one.id, { onSuccess: close })}
          >
            {one.name}
          </Button>
        ))}
      </div>
    </Modal>
  );
}
