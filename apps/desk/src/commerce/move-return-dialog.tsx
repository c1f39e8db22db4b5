import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import { Textarea } from '@mantine/core';
import { faults, textFault } from '../admin/faults.ts';
import { useForm } from '../admin/form.ts';
import { FormDialog } from '../admin/form-dialog.tsx';
import { useWords } from '../app/locale.tsx';
import { tell } from '../ui/tell.tsx';
import { useMoveReturn } from './commerce.queries.ts';

type Props = { of: OrderReturn; state: OrderReturn['state']; onClose: () => void };

/** The next step of a return, with a note for colleagues. */
export function MoveReturnDialog({ of, state, onClose }: Props) {
  const t = useWords();
  const moving = useMoveReturn(of);
  const form = useForm({
    id: null,
    stored: { note: '' },
    check: ({ note }) => faults({ note: textFault(note, 2000, null) }),
    save: async ({ note }) => {
      await moving.mutateAsync({ state, note: note.trim() });
      tell(t('return.told', { state: t(`return.state.${state}`) }));
      onClose();
    },
  });
  return (
    <FormDialog title={t(`return.ask.${state}`)} submit={t(`return.do.${state}`)} form={form} onClose={onClose}>
      <Textarea
        label={t('return.note')}
        description={t('return.note_help')}
        autosize
        minRows={3}
        maxRows={8}
        data-autofocus
        {...form.text('note')}
      />
    </FormDialog>
  );
}
