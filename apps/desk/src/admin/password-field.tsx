import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from './admin-words.ts';
import css from './password-field.module.css';
import { makePassword, strengthOf } from './password-strength.ts';

type Text = {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
  onBlur: () => void;
};
type Props = {
  label: string;
  text: Text;
  /** What stands beside it in the form and must not be the password. */
  known: readonly string[];
  /** For a password that is handed over to somebody else: offers to make one, and shows it. */
  onMake?: (password: string) => void;
  size?: 'sm' | 'md';
};

const words = {
  too_short: 'password.too_short',
  weak: 'password.weak',
  fair: 'password.fair',
  good: 'password.good',
  strong: 'password.strong',
} as const;

/** A new password, with its strength said in words while it is typed. */
export function PasswordField({ label, text, known, onMake, size }: Props) {
  const t = useAdminWords();
  const [visible, setVisible] = useState(false);
  const strength = strengthOf(text.value, known);
  return (
    <div>
      <PasswordInput
        label={label}
        size={size}
        autoComplete="new-password"
        visible={visible}
        onVisibilityChange={setVisible}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        aria-describedby={`${text.name}-strength`}
        {...text}
      />
      <div className={css.under}>
        <p id={`${text.name}-strength`} className={css.strength} data-strength={text.value ? strength : undefined} aria-live="polite">
          {text.value && !text.error ? t(words[strength]) : !text.error && t('password.rule')}
        </p>
        {onMake && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onMake(makePassword());
              setVisible(true);
            }}
          >
            {t('password.make')}
          </Button>
        )}
      </div>
    </div>
  );
}
