import css from './account-section.module.css';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';
import { TwoFactorPart } from './two-factor-part.tsx';

/** What is mine: name, language, password, passkeys, second factor, and where I am signed in. */
export function AccountSection() {
  return (
    <div className={css.parts}>
      <ProfileForm />
      <PasswordForm />
      <PasskeysPart />
      <TwoFactorPart />
      <SessionList />
    </div>
  );
}
