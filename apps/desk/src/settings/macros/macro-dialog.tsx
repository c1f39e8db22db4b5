import type { Macro } from '@madoguchi/contract/macros.ts';
import { Input, MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { actionFaults } from '../actions-editor/action-values.ts';
import { ActionsEditor } from '../actions-editor/actions-editor.tsx';
import { OwnerFields } from '../folders/owner-fields.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import { type MacroValues, saveMacro, valuesOf } from './macros.mutations.ts';
import css from './macros-section.module.css';

type Props = { macro: Macro | null; folderId: string | null; mayShare: boolean; onClose: () => void };

/** A new macro, or one that is there: its name, what it does, where it is offered and to whom. */
export function MacroDialog({ macro, folderId, mayShare, onClose }: Props) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const empty: MacroValues = {
    name: '',
    actions: [],
    channels: [],
    inboxIds: [],
    owner: mayShare ? 'shared' : 'private',
    teamId: null,
    folderId,
  };
  const form = useForm<MacroValues>({
    id: null,
    stored: macro ? valuesOf(macro) : empty,
    check: ({ name, actions }) => ({ ...faults({ name: textFault(name, 100) }), ...actionFaults(actions) }),
    refusals: {
      'canned.owner_refused': { path: 'owner', word: 'fault.owner' },
      'folder.gone': { path: 'owner', word: 'fault.folder_gone' },
    },
    save: async (values) => {
      await saveMacro(macro?.id ?? null, { ...values, name: values.name.trim() }, mayShare);
      onClose();
    },
  });
  const { values } = form;
  const used = [...new Set([...(inboxes?.items.map(({ channel }) => channel) ?? []), ...values.channels])];
  return (
    <FormDialog
      title={t(macro ? 'macros.edit' : 'macros.new')}
      submit={t(macro ? 'form.save' : 'macros.add')}
      form={form}
      onClose={onClose}
      size={720}
    >
      <TextInput label={t('macros.name')} placeholder={t('macros.name_example')} autoComplete="off" data-autofocus {...form.text('name')} />
      <Input.Wrapper
        label={t('macros.actions')}
        description={t('macros.actions_text')}
        error={values.actions.length === 0 ? form.error('actions') : undefined}
      >
        <div className={css.actions}>
          <ActionsEditor
            value={values.actions}
            onChange={(actions) => form.set({ actions })}
            errorAt={(at) => form.error(`actions.${at}`)}
            asks
          />
        </div>
      </Input.Wrapper>
      <div className={css.pair}>
        <MultiSelect
          label={t('macros.channels')}
          placeholder={values.channels.length === 0 ? t('macros.everywhere') : ''}
          data={used.map((value) => ({ value, label: channels.name(value) }))}
          value={values.channels}
          onChange={(wanted) => form.set({ channels: wanted })}
          hidePickedOptions
        />
        <MultiSelect
          label={t('macros.inboxes')}
          placeholder={values.inboxIds.length === 0 ? t('macros.everywhere') : ''}
          data={inboxes?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={values.inboxIds}
          onChange={(inboxIds) => form.set({ inboxIds })}
          hidePickedOptions
          searchable
        />
      </div>
      <OwnerFields kind="macro" value={values} mayShare={mayShare} error={form.error('owner')} onChange={(whose) => form.set(whose)} />
    </FormDialog>
  );
}
