import css from './account-section.module.css';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';

/** What is mine: name, language, password, and where I am signed in. */
export function AccountSection() {
  return (
    <div className={css.parts}>
      <ProfileForm />
      <PasswordForm />
      <SessionList />
    </div>
  );
}
