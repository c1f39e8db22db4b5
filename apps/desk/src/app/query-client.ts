import { OfflineError, ProblemError } from '@madoguchi/client/client.ts';
import { notifications } from '@mantine/notifications';
import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { wordsNow } from './locale.tsx';
import { problemWords } from './problem-words.ts';
import { sessionEnded } from './session.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** quiet: the screen that asks shows the failure itself. */
    mutationMeta: { quiet?: boolean };
  }
}

const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401 && !error.code.startsWith('sign_in.');

/** Refusals are final; a lost connection or a stumbling server is worth another try. */
export const worthRetrying = (failures: number, error: unknown) =>
  failures < 3 && (error instanceof OfflineError || (error instanceof ProblemError && error.status >= 500));

/** Tells an agent in words that something did not work; returns nothing, throws nothing. */
export function tellFailure(error: unknown): void {
  const message = problemWords(wordsNow(), error);
  notifications.show({ id: message, message, color: 'danger', autoClose: 8000 });
}

// At once, and not after a task: a button that was pressed is busy before a second press can reach it.
notifyManager.setScheduler(queueMicrotask);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && sessionEnded() }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (isSignedOut(error)) sessionEnded();
      else if (!mutation.meta?.quiet) tellFailure(error);
    },
  }),
  defaultOptions: {
    queries: {
      // The live connection keeps what is on screen fresh; coming back to the window need not ask again.
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: worthRetrying,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
