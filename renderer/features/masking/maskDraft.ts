/** What is decided of masking, kept while the dialog that makes a package is closed: by the library, until a package was made with it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { api } from '#renderer/client/queries'
import { noChoice, type MaskChoice } from './choice/maskChoice'

/** Decisions are of texts and files, so they hold for whatever else is packed next. `making`: the job that makes a package with them as they are. */
export interface MaskDraft { on: boolean; choice: MaskChoice; making: string | undefined }

const nothing: MaskDraft = { on: false, choice: noChoice, making: undefined }

export const useMaskDrafts = create<Readonly<Record<string, MaskDraft>>>(() => ({}))

export const draftOf = (drafts: Readonly<Record<string, MaskDraft>>, libraryId: string): MaskDraft => drafts[libraryId] ?? nothing

/** What is changed while a package is made is wanted for another one. */
export const changeDraft = (libraryId: string, changes: Partial<Omit<MaskDraft, 'making'>>): void => {
  useMaskDrafts.setState((drafts) => ({ [libraryId]: { ...draftOf(drafts, libraryId), ...changes, making: undefined } }))
}

export const beginMaking = (libraryId: string, making: string): void => {
  useMaskDrafts.setState((drafts) => ({ [libraryId]: { ...draftOf(drafts, libraryId), making } }))
}

/** The package of this job was made: what was decided for it is wanted no more. */
export const forgetMade = (jobId: string): void => {
  useMaskDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([, { making }]) => making !== jobId)), true)
}

/** Forgets what was decided once its package was made, whether or not the dialog is still open; one that was not made loses nothing. */
export const useForgetMade = (): void => {
  const making = useMaskDrafts((drafts) => Object.values(drafts).find((draft) => draft.making !== undefined)?.making) ?? ''
  const isMade = useQuery(api.jobs.get.queryOptions({ input: { id: making }, enabled: making !== '' })).data?.state === 'done'
  useEffect(() => { if (isMade) forgetMade(making) }, [isMade, making])
}
