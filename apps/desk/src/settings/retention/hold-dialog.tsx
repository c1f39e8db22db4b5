import { Textarea, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { type Fault, faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { aboutIn } from './hold-about.ts';
import { addHold } from './retention.mutations.ts';

const aboutFault = (about: string): Fault | undefined =>
  textFault(about, 300) ?? (aboutIn(about) ? undefined : { word: 'fault.hold_about' });

/** What is to be held, by its number or by the address of the customer's page, and why. */
export function HoldDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm<{ about: string; reason: string }>({
    id: null,
    stored: { about: '', reason: '' },
    check: ({ about, reason }) => faults({ about: aboutFault(about), reason: textFault(reason, 500) }),
    refusals: { not_found: { path: 'about', word: 'fault.hold_unknown' } },
    save: async ({ about, reason }) => {
      await addHold({ about: aboutIn(about)!, reason: reason.trim() });
      onClose();
    },
  });
  return (
    <FormDialog title={t('holds.add_title')} submit={t('holds.do')} form={form} onClose={onClose}>
      <TextInput
        label={t('holds.about')}
        description={t('holds.about_help')}
        placeholder="#1042"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        {...form.text('about')}
      />
      <Textarea
        label={t('holds.reason')}
        placeholder={t('holds.reason_example')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
