import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'

import '../design/design.css'
import './frame.css'
import { parts } from '../pages.ts'
import { loadTranslator } from '../languages/load.ts'
import { AppLanguage, chosenLanguage } from './language.tsx'
import { PartsProvider } from './parts.tsx'
import { worthRetrying } from './request.ts'
import { makeRouter } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000), staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place to stand')

const first = await loadTranslator(chosenLanguage(location.search, document.cookie, navigator.languages))
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <AppLanguage first={first}>
      <PartsProvider parts={parts}>
        <RouterProvider router={makeRouter()} />
      </PartsProvider>
    </AppLanguage>
  </QueryClientProvider>,
)
