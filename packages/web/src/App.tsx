import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ProblemError } from './api/call.ts'
import { WordsProvider } from './language/useWords.tsx'
import { Pages } from './Pages.tsx'

/** A refusal stays one however often it is asked for; only an unknown outcome is tried again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && error instanceof ProblemError && error.problem.unknown,
      staleTime: 5_000,
      refetchOnWindowFocus: true,
    },
  },
})

export const App = () => (
  <QueryClientProvider client={client}>
    <WordsProvider>
      <Pages />
    </WordsProvider>
  </QueryClientProvider>
)
