/** What a reader makes of a file: a body, the fields it recognised, the pictures the body shows. */
import type { ImportFailure, ImportWarning } from '#shared/contract/imports'
import type { Body } from '#shared/model/body/body'
import type { Confidentiality, RecordContent } from '#shared/model/record'

export interface ReadPicture { sha256: string; bytes: Uint8Array; mediaType: string; name: string }

/** The fields that were recognised, each empty where the document says nothing. */
export interface Metadata {
  title: string
  summary: string
  unit: string
  team: string
  authors: string[]
  field: string
  place: string
  /** PartialDate, or empty. */
  date: string
  confidentiality: Confidentiality | ''
}

/** A record as the app wrote it. `files` are the attachments and pictures that lie beside it, by hash, at paths as they are written. */
export interface OwnRecord { id: string; content: RecordContent; files: { sha256: string; path: string }[] }

export interface ReadDocument extends Metadata {
  body: Body
  /** Every picture that `body` refers to, each once. */
  pictures: ReadPicture[]
  /** Tables and pictures in the body, for the report. */
  counts: { tables: number; pictures: number }
  warnings: ImportWarning[]
  tags?: string[]
  /** Files beside it that it links to, by their true paths: they become attachments. */
  files?: string[]
  /** The whole record, of a file that the app itself wrote. */
  own?: OwnRecord
}

/** A file that can't become a record: expected, reported, never a bug. */
export class ReadFailure extends Error {
  readonly failure: ImportFailure
  constructor(failure: ImportFailure, options?: ErrorOptions) {
    super(`${failure.code}: ${failure.detail}`, options)
    this.name = 'ReadFailure'
    this.failure = failure
  }
}
