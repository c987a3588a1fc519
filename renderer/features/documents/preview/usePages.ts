/** A preview laid out on its pages, and how far that is. What is asked for anew takes the place of what is under way. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentPreview } from '#shared/contract/documents'
import type { Language } from '#shared/model/language'
import { layOut, type LaidOut } from '../pages/layOut'

export interface Pages {
  /** The last that was laid out. */
  laidOut: LaidOut | undefined
  /** Whether that is of the preview that is asked for. */
  isCurrent: boolean
  /** Pages so far, while it is laid out. */
  soFar: number
  error: unknown
}

/** `language` is that of the document. */
export const usePages = (preview: DocumentPreview | undefined, language: Language): Pages => {
  const { i18n } = useTranslation('documents')
  const [done, setDone] = useState<{ of: DocumentPreview; laidOut: LaidOut }>()
  const [soFar, setSoFar] = useState(0)
  const [failed, setFailed] = useState<{ of: DocumentPreview; error: unknown }>()
  useEffect(() => {
    if (!preview) return undefined
    const aborting = new AbortController()
    const say = i18n.getFixedT(language, 'documents')
    const options = { language, signal: aborting.signal, ofTotal: (page: number, total: number) => say('pageOf', { page, total }), onProgress: setSoFar }
    layOut(preview, options).then((laidOut) => { if (!aborting.signal.aborted) setDone({ of: preview, laidOut }) }, (error: unknown) => { if (!aborting.signal.aborted) setFailed({ of: preview, error }) })
    return () => { aborting.abort(); setSoFar(0) }
  }, [preview, language, i18n])
  return { laidOut: done?.laidOut, isCurrent: done !== undefined && done.of === preview, soFar, error: failed && failed.of === preview ? failed.error : undefined }
}
