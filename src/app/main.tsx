import './guard';
import '@fontsource-variable/source-sans-3/wght.css';
import '@view/ui/tokens.css';
import '@view/ui/base.css';
import { ExtractProvider } from '@session/ExtractProvider';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router';

const answers = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <ExtractProvider>
        <RouterProvider router={router} />
      </ExtractProvider>
    </QueryClientProvider>
  </StrictMode>,
);
