import type { Locale } from '@madoguchi/contract/common.ts';
import { useMutation } from '@tanstack/react-query';
import { signOut, updateMe } from './api.ts';
import { call } from './client.ts';
import { useSetLocale } from './locale.tsx';
import { meQuery } from './me.ts';
import { queryClient } from './query-client.ts';

/** Changes the language at once and keeps it with the agent; takes it back when the server refuses. */
export function useChangeLocale(): (locale: Locale) => void {
  const setLocale = useSetLocale();
  const { mutate } = useMutation({
    mutationFn: (locale: Locale) => call(updateMe, { body: { locale } }),
    onMutate: (locale) => {
      const before = queryClient.getQueryData(meQuery.queryKey);
      queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, agent: { ...me.agent, locale } });
      setLocale(locale);
      return before;
    },
    onError: (_error, _locale, before) => {
      if (!before) return;
      queryClient.setQueryData(meQuery.queryKey, before);
      setLocale(before.agent.locale);
    },
  });
  return mutate;
}

/** Ends the session, where the company wants that also at its provider, and starts from a clean page, so that nothing of the agent stays in memory. */
export function useSignOut(): () => void {
  const { mutate } = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: ({ next }) => location.assign(next ?? '/desk/sign-in'),
  });
  return () => mutate();
}
