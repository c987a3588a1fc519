/** What the host of this window can do. It does not change while the window is open. */
import { useQuery } from '@tanstack/react-query'
import { host } from './client'
import { queryClient } from './queries'

const options = { queryKey: ['host', 'capabilities'], queryFn: () => host.capabilities() }

type Capabilities = Awaited<ReturnType<typeof host.capabilities>>

export const readCapabilities = (): Promise<Capabilities> => queryClient.query(options)

/** Undefined until the host has answered. */
export const useCapabilities = (): Capabilities | undefined => useQuery(options).data
