import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { partsOf, type Situation, TEXT_VARIABLES } from '@madoguchi/contract/canned-text.ts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { adminWords, useAdminWords } from '../../admin/admin-words.ts';
import { type Fault, faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { LanguageField } from '../../admin/language-field.tsx';
import { useLocale } from '../../app/locale.tsx';
import { OwnerFields } from '../folders/owner-fields.tsx';
import { TextPartsField } from '../text-parts/text-parts-field.tsx';
import { variableExample } from '../text-parts/variable-words.ts';
import { type CannedValues, saveCanned, valuesOf } from './canned.mutations.ts';
import css from './canned-section.module.css';
import { exampleOf, unknownBlanks } from './canned-values.ts';
import { FilesField } from './files-field.tsx';

const shortcutFault = (shortcut: string): Fault | undefined =>
  textFault(shortcut, 40) ?? (/[\s/]/.test(shortcut.trim()) ? { word: 'fault.shortcut' } : undefined);
const wordsFault = (text: string): Fault | undefined => textFault(text, 5000) ?? (partsOf(text) ? undefined : { word: 'fault.condition' });

type Props = { canned: CannedResponse | null; folderId: string | null; mayShare: boolean; onClose: () => void };

/** A new canned response, or one that is there, with its blanks filled in as an example. */
export function CannedDialog({ canned, folderId, mayShare, onClose }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const [uploading, setUploading] = useState(false);
  const empty: CannedValues = {
    shortcut: '',
    title: '',
    text: '',
    locale,
    owner: mayShare ? 'shared' : 'private',
    teamId: null,
    folderId,
    files: [],
  };
  const form = useForm<CannedValues>({
    id: null,
    stored: canned ? valuesOf(canned) : empty,
    check: ({ shortcut, title, text }) =>
      faults({ shortcut: shortcutFault(shortcut), title: textFault(title, 100), text: wordsFault(text) }),
    refusals: {
      'canned.owner_refused': { path: 'owner', word: 'fault.owner' },
      'folder.gone': { path: 'owner', word: 'fault.folder_gone' },
    },
    save: async (values) => {
      await saveCanned(canned?.id ?? null, { ...values, shortcut: values.shortcut.trim(), title: values.title.trim() }, mayShare);
      onClose();
    },
  });
  const { text, locale: spoken } = form.values;
  const unknown = unknownBlanks(text);
  const values = Object.fromEntries(TEXT_VARIABLES.map((name) => [name, adminWords[spoken](variableExample[name])]));
  const firstChannel = partsOf(text)?.find(({ when }) => when?.about === 'channel')?.when?.values[0] ?? 'chat';
  const situation: Situation = { channel: firstChannel, language: spoken, hours: 'open', attributes: {} };
  return (
    <FormDialog
      title={t(canned ? 'canned.edit' : 'canned.new')}
      submit={t(canned ? 'form.save' : 'canned.add')}
      form={{ ...form, saving: form.saving || uploading }}
      onClose={onClose}
      size={720}
    >
      <div className={css.pair}>
        <TextInput
          label={t('canned.title')}
          placeholder={t('canned.title_example')}
          autoComplete="off"
          data-autofocus
          {...form.text('title')}
        />
        <TextInput
          label={t('canned.shortcut')}
          leftSection="/"
          placeholder={t('canned.shortcut_example')}
          autoComplete="off"
          {...form.text('shortcut')}
        />
      </div>
      <div>
        <TextPartsField
          label={t('canned.text')}
          value={text}
          error={form.error('text')}
          onChange={(changed) => form.set({ text: changed })}
          onBlur={() => form.touch('text')}
        />
        {unknown.length > 0 && <p className={css.unknown}>{t('canned.unknown', { names: unknown.join(' ') })}</p>}
      </div>
      {text.includes('{{') && unknown.length === 0 && partsOf(text) && (
        <div className={css.example}>
          <p>{t('canned.example')}</p>
          <div>{exampleOf(text, situation, values)}</div>
        </div>
      )}
      <FilesField files={form.values.files} onChange={(files) => form.set({ files })} onBusy={setUploading} />
      <OwnerFields
        kind="canned"
        value={form.values}
        mayShare={mayShare}
        error={form.error('owner')}
        onChange={(whose) => form.set(whose)}
      />
      <LanguageField label={t('canned.language')} value={spoken} onChange={(chosen) => form.set({ locale: chosen })} />
    </FormDialog>
  );
}
