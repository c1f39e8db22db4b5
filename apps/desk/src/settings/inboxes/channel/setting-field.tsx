import type { Field } from '@madoguchi/contract/channels.ts';
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { FoldersField } from './folders-field.tsx';
import { SecretField } from './secret-field.tsx';
import type { SettingForm } from './setting-values.ts';

/** The part of a form that its fields need. */
export type FieldsForm = {
  values: SettingForm;
  set: (patch: SettingForm) => void;
  touch: (path: string) => void;
  error: (path: string) => string | undefined;
};
type Props = { channel: string; field: Field; form: FieldsForm; isSet: boolean; inboxId: string | null };

const inputs = {
  text: { type: 'text', inputMode: 'text' },
  email: { type: 'email', inputMode: 'email' },
  host: { type: 'text', inputMode: 'url' },
  url: { type: 'url', inputMode: 'url' },
} as const;

/** One setting as its kind wants to be typed; labels and help are the channel's own words. */
export function SettingField({ channel, field, form, isSet, inboxId }: Props) {
  const words = useChannelWords();
  const { name, kind, required } = field;
  const value = form.values[name] ?? '';
  const common = {
    label: words.field(channel, name),
    description: words.help(channel, name),
    error: form.error(name),
    required,
    onBlur: () => value !== '' && form.touch(name),
  };
  const set = (next: SettingForm[string]) => form.set({ [name]: next });
  switch (kind) {
    case 'secret':
      return (
        <SecretField
          {...common}
          onBlur={() => void common.onBlur()}
          isSet={isSet}
          value={form.values[name] === null ? null : String(value)}
          onChange={set}
        />
      );
    case 'boolean':
      return (
        <Switch
          label={common.label}
          description={common.description}
          error={common.error}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'boolean' ? '' : value}
          onChange={set}
          min={field.min}
          max={field.max}
          clampBehavior="none"
          hideControls
          maw={160}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          allowDeselect={!required}
          data={(field.choices ?? []).map((choice) => ({ value: choice, label: words.choice(channel, name, choice) }))}
          value={value === '' ? null : String(value)}
          onChange={(next) => set(next ?? '')}
        />
      );
    case 'folders':
      return <FoldersField {...common} onBlur={() => void common.onBlur()} inboxId={inboxId} value={String(value)} onChange={set} />;
    case 'long_text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          {...inputs[kind]}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}
