import { useLocale, useSetLocale } from '../app/locale.tsx';
import css from './sign-in-page.module.css';

const languages = [
  { locale: 'ja', name: '日本語' },
  { locale: 'en', name: 'English' },
] as const;

/** Before sign-in nobody's language is known: the browser's guess can be corrected here. */
export function LanguageSwitch() {
  const now = useLocale();
  const setLocale = useSetLocale();
  return (
    <div className={css.languages}>
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" lang={locale} aria-pressed={locale === now} onClick={() => setLocale(locale)}>
          {name}
        </button>
      ))}
    </div>
  );
}
