/** The folder in sight of the picker: its listing, and the ways to another one. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { host } from '#renderer/client/client'
import { errorData, toFailure } from '#shared/contract/errors'
import type { FolderEntry } from '#shared/contract/host'
import { crumbsOf } from './crumbsOf'

interface Listing { path: string, parent: string | null, entries: FolderEntry[] }

interface FolderInSight {
  listing: UseQueryResult<Listing>
  /** Null is the home folder, '' the drives. */
  go: (path: string | null) => void
}

const list = (path: string | null, extensions: readonly string[] | undefined): Promise<Listing> =>
  host.listFolder({ path, ...extensions && { extensions: [...extensions] } })

const isMissing = (error: unknown): boolean => errorData.file_unreadable.safeParse(toFailure(error)?.data).data?.reason === 'ENOENT'

/** Where the picker begins may not be there yet, as the folder that new libraries are offered: then the nearest one above, or home. */
const listNearest = async (path: string | null, extensions: readonly string[] | undefined): Promise<Listing> => {
  try {
    return await list(path, extensions)
  } catch (error) {
    if (path === null || !isMissing(error)) throw error
    return listNearest(crumbsOf(path).at(-2)?.path ?? null, extensions)
  }
}

export const useFolder = (startAt: string | null, extensions: readonly string[] | undefined): FolderInSight => {
  const [path, setPath] = useState(startAt)
  const listing = useQuery({
    queryKey: ['host', 'listFolder', path, extensions],
    queryFn: () => (path === startAt ? listNearest(path, extensions) : list(path, extensions)),
    placeholderData: keepPreviousData, staleTime: 0, gcTime: 0,
  })
  return { listing, go: setPath }
}
