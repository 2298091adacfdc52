import '@fontsource-variable/source-sans-3/wght.css';
import '@view/ui/tokens.css';
import '@view/ui/base.css';
import { ExtractProvider } from '@session/ExtractProvider';
import { SelfCheckProvider } from '@session/SelfCheckProvider';
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { router } from './router';

// Answers are drawn as they come, not after the next timer.
notifyManager.setScheduler(queueMicrotask);

/** Answers are asked once per extract and question: nothing goes stale while an extract is open. */
const answers = new QueryClient({
  defaultOptions: {
    queries: {
      // Questions go to this browser's own engine: a workstation without network asks them all the same.
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
  },
});

export function Root() {
  return (
    <StrictMode>
      <QueryClientProvider client={answers}>
        <SelfCheckProvider>
          <ExtractProvider>
            <RouterProvider router={router} />
          </ExtractProvider>
        </SelfCheckProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
