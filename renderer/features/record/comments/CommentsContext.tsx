/** The review comments of the record on the page, shared by its text, which marks them, and the panel, which lists them. */
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { api } from '#renderer/client/queries'
import type { CommentAnchor, ReviewComment } from '#shared/model/comments'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { whyReadOnly } from '../whyReadOnly'

/** `anchor` is null for a comment on the record as a whole; `text` what is written so far, which other words that are chosen meanwhile keep. */
export interface Draft { id: string; anchor: CommentAnchor | null; text: string }

export interface Comments {
  list: readonly ReviewComment[]
  isPending: boolean
  error: Error | null
  retry: () => void
  /** The new comment that is being written. */
  draft: Draft | undefined
  /** The comment that is looked at. */
  activeId: string | undefined
  /** Grows with each time that the panel is asked for. */
  asked: number
  begin: (anchor: CommentAnchor | null) => void
  write: (text: string) => void
  endDraft: () => void
  /** Shows a comment in the panel. */
  show: (id: string) => void
  setActive: (id: string | undefined) => void
  canWrite: boolean
}

const CommentsContext = createContext<Comments | undefined>(undefined)

export const useComments = (): Comments => {
  const comments = useContext(CommentsContext)
  if (!comments) throw new Error('useComments outside CommentsProvider')
  return comments
}

const none: readonly ReviewComment[] = []

export const CommentsProvider = ({ record, children }: { record: RecordFile; children: ReactNode }) => {
  const library = useQuery(api.library.current.queryOptions()).data
  const canWrite = !whyReadOnly(library, record)
  const query = useQuery(api.comments.list.queryOptions({ input: { recordId: record.id } }))
  const [draft, setDraft] = useState<Draft>()
  const [activeId, setActiveId] = useState<string>()
  const [asked, setAsked] = useState(0)
  const { data = none, isPending, error, refetch } = query
  const comments = useMemo((): Comments => ({
    list: data, isPending, error, retry: () => { void refetch() }, draft, activeId, asked, canWrite,
    begin: (anchor) => { setDraft((there) => ({ id: newId(), anchor, text: there?.text ?? '' })); setActiveId(undefined); setAsked((count) => count + 1) },
    write: (text) => setDraft((there) => there && { ...there, text }),
    endDraft: () => setDraft(undefined),
    show: (id) => { setActiveId(id); setAsked((count) => count + 1) },
    setActive: setActiveId,
  }), [data, isPending, error, refetch, draft, activeId, asked, canWrite])
  return <CommentsContext value={comments}>{children}</CommentsContext>
}
