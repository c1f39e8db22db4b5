import { ProblemError } from '@madoguchi/client/client.ts';
import type { Me } from '@madoguchi/contract/agents.ts';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconFingerprint } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { beginSingleSignOn, signInOptions } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { safeNext } from './safe-next.ts';
import css from './sign-in-page.module.css';
import { useSignInWords } from './sign-in-words.ts';
import { singleFailureIn, singleFailureWords } from './single-words.ts';
import { usePasskey } from './use-passkey.ts';

/** A domain as far as it is typed; half a domain leads nowhere. */
const domainOf = (email: string) => /@([^@\s]+\.[^@\s.]{2,})$/.exec(email.trim())?.[1]?.toLowerCase() ?? '';

type Props = { email: string; next: string | undefined; singleOnly: boolean; onEntered: (me: Me) => void };

/** What leads in besides a password. The provider shows up as soon as the address says which; never whether there is such an agent. */
export function OtherWays({ email, next, singleOnly, onEntered }: Props) {
  const t = useWords();
  const [domain] = useDebouncedValue(domainOf(email), 300);
  const options = useQuery({
    queryKey: ['sign-in-options', domain],
    queryFn: () => call(signInOptions, { query: { domain } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    meta: { quiet: true },
  });
  const begin = useMutation({
    mutationFn: () => call(beginSingleSignOn, { body: { email: email.trim(), next: safeNext(next) } }),
    meta: { quiet: true },
    onSuccess: ({ url }) => location.assign(url),
  });
  const passkey = usePasskey(onEntered);
  const words = useSignInWords(begin.error);
  const passkeyWords = useSignInWords(passkey.failure);
  const single = options.data?.singleSignOn;
  if (!single && !passkey.supported) return null;
  const failure = singleFailureIn(begin.error);
  return (
    <div className={css.ways}>
      <p className={css.or}>
        <span>{t('sign_in.or')}</span>
      </p>
      {single && (
        <Button
          variant={singleOnly ? 'filled' : 'default'}
          size="md"
          fullWidth
          leftSection={<IconBuilding size={18} stroke={1.6} aria-hidden />}
          loading={begin.isPending || begin.isSuccess}
          disabled={words.waiting}
          onClick={() => begin.mutate()}
        >
          {t('sign_in.single', { label: single.label })}
        </Button>
      )}
      {begin.error && (
        <p className={css.failure} role="alert">
          {failure ? singleFailureWords(t, failure) : words.text}
        </p>
      )}
      {passkey.supported && (
        <Button
          variant="default"
          size="md"
          fullWidth
          leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
          loading={passkey.busy}
          disabled={passkeyWords.waiting}
          onClick={() => void passkey.press()}
        >
          {t('sign_in.passkey')}
        </Button>
      )}
      {passkey.failure !== null && (
        <p className={css.failure} role="alert">
          {passkey.failure instanceof ProblemError ? passkeyWords.text : t('sign_in.passkey_failed')}
        </p>
      )}
    </div>
  );
}
