import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { LocaleProvider } from './locale.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { colorSchemeManager, cssVariables, theme } from './theme.ts';

export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemeManager} defaultColorScheme="auto">
        <LocaleProvider>
          <QueryClientProvider client={queryClient}>
            <Notifications position="bottom-left" limit={3} autoClose={6000} containerWidth={360} className="toasts" />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </LocaleProvider>
      </MantineProvider>
    </StrictMode>
  );
}
