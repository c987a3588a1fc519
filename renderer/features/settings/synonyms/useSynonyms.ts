/** Synonyms as they are edited: every change is saved at once, one after another; what is changed elsewhere is taken over. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import type { Saving } from '#renderer/ui/states/SaveState'
import { groupsOf, rowsFor, sameGroups, type Row } from './rows'

export interface Synonyms {
  /** Undefined until they are read. */
  rows: readonly Row[] | undefined
  change: (rows: readonly Row[]) => void
  /** Undefined until something was changed. */
  saving: Saving | undefined
  notRead: Error | null
  notSaved: Error | null
  readAgain: () => void
  saveAgain: () => void
}

export const useSynonyms = (): Synonyms => {
  const saved = useQuery(api.library.synonyms.queryOptions())
  const [rows, setRows] = useState<readonly Row[]>()
  /** What is saved, as the rows last followed it. */
  const [followed, setFollowed] = useState<string[][]>()
  const { mutate, isPending, isSuccess, error, submittedAt } = useMutation({
    mutationFn: (groups: string[][]) => core.library.setSynonyms({ groups }),
    scope: { id: 'synonyms' },
    onSuccess: (answer) => { queryClient.setQueryData(api.library.synonyms.queryKey(), answer) },
  })
  if (saved.data && saved.data !== followed && !isPending) {
    setFollowed(saved.data)
    const isOurs = rows !== undefined && sameGroups(groupsOf(rows), saved.data)
    const isNew = followed === undefined || !sameGroups(followed, saved.data)
    if (!isOurs && isNew) setRows(rowsFor(saved.data, rows ?? []))
  }
  const save = (groups: string[][]): void => { if (!sameGroups(groups, followed ?? []) || error || isPending) mutate(groups) }
  const saving = (): Saving | undefined => {
    if (isPending) return { state: 'saving' }
    if (error) return { state: 'failed' }
    return isSuccess ? { state: 'saved', at: new Date(submittedAt) } : undefined
  }
  return {
    rows, saving: saving(), notRead: saved.error, notSaved: error,
    change: (next) => {
      setRows(next)
      save(groupsOf(next))
    },
    readAgain: () => { void saved.refetch() },
    saveAgain: () => { mutate(groupsOf(rows ?? [])) },
  }
}
