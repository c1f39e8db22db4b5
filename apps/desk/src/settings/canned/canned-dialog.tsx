import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import { Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { adminWords, useAdminWords } from '../../admin/admin-words.ts';
import { type Fault, faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { LanguageField } from '../../admin/language-field.tsx';
import { useLocale } from '../../app/locale.tsx';
import { fillVariables } from '../../conversations/composer/variables.ts';
import { bodyOf, type CannedBody, saveCanned } from './canned.mutations.ts';
import css from './canned-section.module.css';
import { unknownVariables, variables } from './canned-variables.ts';

const shortcutFault = (shortcut: string): Fault | undefined =>
  textFault(shortcut, 40) ?? (/[\s/]/.test(shortcut.trim()) ? { word: 'fault.shortcut' } : undefined);

/** A new canned response, or one that is there, with its blanks filled in as an example. */
export function CannedDialog({ canned, onClose }: { canned: CannedResponse | null; onClose: () => void }) {
  const t = useAdminWords();
  const locale = useLocale();
  const textRef = useRef<HTMLTextAreaElement>(null);
  const form = useForm<CannedBody>({
    id: null,
    stored: canned ? bodyOf(canned) : { shortcut: '', title: '', text: '', locale },
    check: ({ shortcut, title, text }) =>
      faults({ shortcut: shortcutFault(shortcut), title: textFault(title, 100), text: textFault(text, 5000) }),
    refusals: { 'canned.shortcut_taken': { path: 'shortcut', word: 'fault.shortcut_taken' } },
    save: async (values) => {
      await saveCanned(canned?.id ?? null, { ...values, shortcut: values.shortcut.trim(), title: values.title.trim() });
      onClose();
    },
  });
  const insert = (name: string) => {
    textRef.current?.focus();
    document.execCommand('insertText', false, `{{${name}}}`);
  };
  const { text, locale: spoken } = form.values;
  const unknown = unknownVariables(text);
  const example = fillVariables(
    text,
    Object.fromEntries(variables.map((variable) => [variable.name, adminWords[spoken](variable.example)])),
  );
  return (
    <FormDialog
      title={t(canned ? 'canned.edit' : 'canned.new')}
      submit={t(canned ? 'form.save' : 'canned.add')}
      form={form}
      onClose={onClose}
      size={640}
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
        <Textarea ref={textRef} label={t('canned.text')} autosize minRows={5} maxRows={14} {...form.text('text')} />
        <div className={css.variables}>
          <span>{t('canned.insert')}</span>
          {variables.map(({ name, word }) => (
            <button
              key={name}
              type="button"
              data-small
              className={css.variable}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(name)}
            >
              {t(word)}
            </button>
          ))}
        </div>
        {unknown.length > 0 && <p className={css.unknown}>{t('canned.unknown', { names: unknown.join(' ') })}</p>}
      </div>
      {text.includes('{{') && unknown.length === 0 && (
        <div className={css.example}>
          <p>{t('canned.example')}</p>
          <div>{example}</div>
        </div>
      )}
      <LanguageField label={t('canned.language')} value={spoken} onChange={(chosen) => form.set({ locale: chosen })} />
    </FormDialog>
  );
}
