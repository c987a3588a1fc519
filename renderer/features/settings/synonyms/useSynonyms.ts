/** Synonyms as they are edited: every change is saved at once, one after another, also after the page was left; what is changed elsewhere is taken over. */
import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { underWay } from '#renderer/client/underWay'
import type { Saving } from '#renderer/ui/states/SaveState'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
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

const mutationKey = ['synonyms']
const Groups = z.array(z.array(z.string()))

export const useSynonyms = (): Synonyms => {
  const { t } = useTranslation('settings')
  const showError = useErrorDialog()
  const saved = useQuery(api.library.synonyms.queryOptions())
  const isSaving = useIsMutating({ mutationKey }) > 0
  const [rows, setRows] = useState<readonly Row[] | undefined>(() => {
    const groups = underWay(mutationKey, Groups)
    return groups && rowsFor(groups, [])
  })
  /** What is saved, as the rows last followed it. */
  const [followed, setFollowed] = useState<string[][]>()
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => { isShown.current = false }
  }, [])
  const { mutate, isSuccess, error, submittedAt } = useMutation({
    mutationKey,
    mutationFn: (groups: string[][]) => core.library.setSynonyms({ groups }),
    scope: { id: 'synonyms' },
    onSuccess: (answer) => { queryClient.setQueryData(api.library.synonyms.queryKey(), answer) },
    onError: (failure) => { if (!isShown.current) showError(failure, t('synonyms.notSaved')) },
  })
  if (saved.data && saved.data !== followed && !isSaving) {
    setFollowed(saved.data)
    const isOurs = rows !== undefined && sameGroups(groupsOf(rows), saved.data)
    const isNew = followed === undefined || !sameGroups(followed, saved.data)
    if (!isOurs && isNew) setRows(rowsFor(saved.data, rows ?? []))
  }
  const save = (groups: string[][]): void => { if (!sameGroups(groups, followed ?? []) || error || isSaving) mutate(groups) }
  const saving = (): Saving | undefined => {
    if (isSaving) return { state: 'saving' }
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
