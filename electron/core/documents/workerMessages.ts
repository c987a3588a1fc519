/** What the pool and its workers say to each other. */
import { z } from 'zod'
import { ExportWarning } from '#shared/contract/documents'
import { ImportFailure } from '#shared/contract/imports'
import { Sha256, Uuid } from '#shared/model/ids'
import { Language } from '#shared/model/language'
import { RecordFile } from '#shared/model/record'
import { LibraryType } from '#shared/model/recordTypes'
import type { ReadDocument } from './readers/readDocument'
import { FileText } from './readers/text/fileText'
import { Sheet } from './writers/xlsx/workbook'

const ReadRequest = z.object({ kind: z.literal('read'), id: z.int(), path: z.string(), type: LibraryType })

/** `name` is the file's own: an attachment's path ends in no extension that can be trusted. */
const TextRequest = z.object({ kind: z.literal('readText'), id: z.int(), path: z.string(), name: z.string() })

/** `pictures` are paths by hash, of those that are there; `titles` tell of records that are cited or linked, by record id; `customFields` are the library's. */
export const DocxRequest = z.object({
  record: RecordFile, language: Language,
  pictures: z.map(Sha256, z.string()), titles: z.map(Uuid, z.object({ number: z.string(), title: z.string() })),
  customFields: z.array(z.unknown()),
})
export type DocxRequest = z.infer<typeof DocxRequest>

const XlsxRequest = z.object({ kind: z.literal('writeXlsx'), id: z.int(), sheets: z.array(Sheet) })

export const WorkerRequest = z.discriminatedUnion('kind', [ReadRequest, TextRequest, DocxRequest.extend({ kind: z.literal('writeDocx'), id: z.int() }), XlsxRequest])
export type WorkerRequest = z.infer<typeof WorkerRequest>

/** A document comes from our own code as it left it; its body was checked where it was made. */
const Document = z.custom<ReadDocument>((value) => typeof value === 'object' && value !== null && 'body' in value)

export const WorkerReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), id: z.int(), document: Document }),
  z.object({ outcome: z.literal('text'), id: z.int(), text: FileText }),
  z.object({ outcome: z.literal('written'), id: z.int(), bytes: z.instanceof(Uint8Array), warnings: z.array(ExportWarning) }),
  z.object({ outcome: z.literal('failed'), id: z.int(), failure: ImportFailure }),
  /** A bug: the stack, for the log. */
  z.object({ outcome: z.literal('threw'), id: z.int(), stack: z.string() }),
])
export type WorkerReply = z.infer<typeof WorkerReply>
