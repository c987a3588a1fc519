/** What a record's file needs to know of the files beside it, and what is collected while it is written. */
import type { Citation } from '#shared/model/body/blocks'
import type { FootnoteInline } from '#shared/model/body/inlines'
import type { z } from 'zod'

/** Paths are relative to the file, with `/`. */
export interface Beside {
  /** Of an attachment, undefined where it is missing. */
  attachment: (sha256: string) => string | undefined
  /** Of the file of a record, undefined where it is not among those that are written. */
  record: (id: string) => string | undefined
}

export type Footnote = z.infer<typeof FootnoteInline>

export interface WriteContext {
  beside: Beside
  /** Notes that wait for their definitions, in the order in which they are referred to. */
  notes: Footnote[]
}

/** Where a picture would lie that is missing: its name still says which it was. */
export const pictureAddress = ({ beside }: WriteContext, sha256: string): string => beside.attachment(sha256) ?? `missing/${sha256}`

export const citationText = ({ number, title, sectionTitle }: Citation): string => [number, title, sectionTitle].filter((part) => part !== undefined && part !== '').join(' ')
