/** The copies of a record's files that other programs have open. Looked at again when the window comes to the front, where nothing told of them. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { api } from '#renderer/client/queries'
import type { WorkingCopy } from '#shared/contract/attachments'

const none: readonly WorkingCopy[] = []

export interface Copies { copies: readonly WorkingCopy[]; error: Error | null; retry: () => void }

export const useCopies = (id: string): Copies => {
  const { data = none, error, refetch } = useQuery(api.attachments.copies.queryOptions({ input: { id } }))
  const retry = useCallback(() => { void refetch() }, [refetch])
  useEffect(() => {
    window.addEventListener('focus', retry)
    return () => window.removeEventListener('focus', retry)
  }, [retry])
  return { copies: data, error, retry }
}

/** One that says something to somebody. */
export const isNews = ({ state }: WorkingCopy): boolean => state !== 'same'
