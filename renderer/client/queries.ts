/** What the screen has read from the core, kept until a change event says that it is out of date. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { core } from './client'
import { ConnectionLost } from './connection'

export const api = createTanstackQueryUtils(core)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The core is on this machine: whether the browser believes that there is a network says nothing about it.
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (_count, error) => error instanceof ConnectionLost,
      retryDelay: 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
