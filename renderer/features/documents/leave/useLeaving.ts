/** The way out: a file that the core makes as a job, a PDF that the shell prints, or the printer. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { core, host } from '#renderer/client/client'
import { askDestination, askFolder } from '#renderer/client/files'
import { readCapabilities } from '#renderer/client/hostCapabilities'
import type { DocumentPreview, DocumentRequest } from '#shared/contract/documents'
import { fileNameOf } from '#shared/text/fileName'
import { namedIds, lookOf, type Choice } from '../dialog/choice'
import { extensions } from '../dialog/fileName'
import type { ExportedList } from '../exportRequest'
import type { LaidOut } from '../pages/layOut'
import { dropPrintRoot, openPrintRoot } from './printRoot'

/** A job that makes a file; or what the shell did, `path` where that is a file. In a browser its window asks further: whether anything came of it is not told. */
export type Left = { jobId: string } | { how: 'made' | 'printed' | 'notPrinted' | 'printWindow'; path: string | null }

export interface Leaving {
  choice: Choice
  list: ExportedList | null
  /** Without an extension. */
  name: string
  preview: DocumentPreview | undefined
  laidOut: LaidOut | undefined
  allowRestricted: boolean
}

type Made = Exclude<keyof typeof extensions, 'pdf'>

const requestOf = (form: Made, { choice, list }: Leaving): DocumentRequest | undefined => {
  const { source } = choice
  switch (form) {
    case 'word': return { form, source, look: lookOf(choice) }
    case 'slides':
    case 'web': return { form, source }
    case 'excel': return source.kind === 'records' && list ? { form, selection: source.selection, title: source.title, ...list } : undefined
    case 'markdown': return source.kind === 'records' ? { form, selection: source.selection, title: source.title } : { form, selection: { ids: [source.id] } }
  }
}

export const noteExported = (choice: Choice): void => { for (const id of namedIds(choice.source).slice(0, 200)) void core.usage.note({ id, kind: 'exported' }) }

export const useLeaving = (leaving: Leaving): UseMutationResult<Left | undefined, Error, void> => {
  const { t } = useTranslation('documents')
  useEffect(() => dropPrintRoot, [])

  const make = async (form: Made): Promise<Left | undefined> => {
    const request = requestOf(form, leaving)
    if (!request) return undefined
    const extension = extensions[form]
    const destination = await (form === 'markdown' ? askFolder() : askDestination(fileNameOf(leaving.name, t('fileName'), extension), { name: t(`files.${form}`), extension }))
    return destination && core.documents.make({ request, to: destination.to, allowRestricted: leaving.allowRestricted })
  }

  const print = async (form: 'pdf' | 'print'): Promise<Left | undefined> => {
    const { choice: { source }, preview, laidOut, allowRestricted } = leaving
    if (!preview || !laidOut) return undefined
    const { nativeDialogs } = await readCapabilities()
    const name = fileNameOf(preview.suggestedName, t('fileName'), 'pdf')
    const destination = form === 'pdf' ? await askDestination(name, { name: t('files.pdf'), extension: 'pdf' }) : { to: null }
    if (!destination) return undefined
    await core.documents.leaves({ source, form, to: destination.to, name, allowRestricted })
    await openPrintRoot(laidOut, preview.page)
    if (!nativeDialogs) {
      addEventListener('afterprint', dropPrintRoot, { once: true })
      globalThis.print()
      return { how: 'printWindow', path: null }
    }
    try {
      if (destination.to !== null) await host.printToPdf({ path: destination.to, paper: preview.page })
      else if (!(await host.print()).printed) return { how: 'notPrinted', path: null }
    } finally {
      dropPrintRoot()
    }
    noteExported(leaving.choice)
    return { how: destination.to === null ? 'printed' : 'made', path: destination.to }
  }

  return useMutation({ mutationFn: () => { const { form } = leaving.choice; return form === 'pdf' || form === 'print' ? print(form) : make(form) } })
}
