import css from './account-section.module.css';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';
import { TwoFactorPart } from './two-factor-part.tsx';

/** What is mine: name, language, password, second factor, and where I am signed in. */
export function AccountSection() {
  return (
    <div className={css.parts}>
      <ProfileForm />
      <PasswordForm />
      <TwoFactorPart />
      <SessionList />
    </div>
  );
}
