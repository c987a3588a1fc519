/** The folder in sight of the picker: its listing, and the ways to another one. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { host } from '#renderer/client/client'
import type { FolderEntry } from '#shared/contract/host'

interface Listing { path: string, parent: string | null, entries: FolderEntry[] }

interface FolderInSight {
  listing: UseQueryResult<Listing>
  /** Null is the home folder, '' the drives. */
  go: (path: string | null) => void
}

export const useFolder = (startAt: string | null, extensions: readonly string[] | undefined): FolderInSight => {
  const [path, setPath] = useState(startAt)
  const listing = useQuery({
    queryKey: ['host', 'listFolder', path, extensions],
    queryFn: () => host.listFolder({ path, ...extensions && { extensions: [...extensions] } }),
    placeholderData: keepPreviousData, staleTime: 0, gcTime: 0,
  })
  return { listing, go: setPath }
}
