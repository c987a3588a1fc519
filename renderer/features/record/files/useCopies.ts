/** The copies of a record's files that other programs have open. Looked at again when the window comes to the front, where nothing told of them. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '#renderer/client/queries'
import type { WorkingCopy } from '#shared/contract/attachments'

const none: readonly WorkingCopy[] = []

export const useCopies = (id: string): readonly WorkingCopy[] => {
  const { data = none, refetch } = useQuery(api.attachments.copies.queryOptions({ input: { id } }))
  useEffect(() => {
    const look = (): void => { void refetch() }
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [refetch])
  return data
}

/** One that says something to somebody. */
export const isNews = ({ state }: WorkingCopy): boolean => state !== 'same'
