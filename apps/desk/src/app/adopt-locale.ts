import { useEffect } from 'react';
import { useSetLocale } from './locale.tsx';
import { useMe } from './me.ts';

/** After sign-in the desk speaks the agent's own language. */
export function useAdoptLocale(): void {
  const locale = useMe().agent.locale;
  const setLocale = useSetLocale();
  useEffect(() => setLocale(locale), [locale, setLocale]);
}
