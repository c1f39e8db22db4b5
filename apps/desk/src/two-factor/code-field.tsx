import { TextInput } from '@mantine/core';

type Props = {
  label: string;
  description?: string;
  value: string;
  error?: string | boolean | undefined;
  onChange: (value: string) => void;
  /** A recovery code: letters and figures. Otherwise six figures, which phones offer by themselves. */
  recovery?: boolean;
  size?: 'sm' | 'md';
};

/** A one-time code. Full-width figures count: the server reads them, too. */
export function CodeField({ label, description, value, error, onChange, recovery = false, size = 'sm' }: Props) {
  return (
    <TextInput
      label={label}
      description={description}
      name="code"
      size={size}
      autoComplete={recovery ? 'off' : 'one-time-code'}
      inputMode={recovery ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      autoFocus
      data-autofocus
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.12em' } }}
    />
  );
}
