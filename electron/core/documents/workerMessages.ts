/** What the pool and its workers say to each other. */
import { z } from 'zod'
import { ExportWarning } from '#shared/contract/documents'
import { ImportFailure } from '#shared/contract/imports'
import { Sha256 } from '#shared/model/ids'
import { LibraryType } from '#shared/model/recordTypes'
import { Deck } from '#shared/model/slides/deck'
import { PlanMessage } from './plan/plan'
import type { ReadDocument } from './readers/readDocument'
import { FileText } from './readers/text/fileText'
import { SheetRows } from './readers/xlsx/readSheets'
import { Sheet } from './writers/xlsx/workbook'

/** `root` is the folder that was imported, beyond which nothing is read. */
const ReadRequest = z.object({ kind: z.literal('read'), id: z.int(), path: z.string(), type: LibraryType, root: z.string() })

/** `name` is the file's own: an attachment's path ends in no extension that can be trusted. */
const TextRequest = z.object({ kind: z.literal('readText'), id: z.int(), path: z.string(), name: z.string() })

const DocxRequest = z.object({ kind: z.literal('writeDocx'), id: z.int(), plan: PlanMessage })

const PageRequest = z.object({ kind: z.literal('writePage'), id: z.int(), plan: PlanMessage })

/** `pictures` are paths by hash, of those that are there. */
const PptxRequest = z.object({ kind: z.literal('writePptx'), id: z.int(), deck: Deck, pictures: z.map(Sha256, z.string()) })

const SheetsRequest = z.object({ kind: z.literal('readSheets'), id: z.int(), path: z.string() })

const XlsxRequest = z.object({ kind: z.literal('writeXlsx'), id: z.int(), sheets: z.array(Sheet) })

export const WorkerRequest = z.discriminatedUnion('kind', [ReadRequest, TextRequest, SheetsRequest, DocxRequest, PageRequest, PptxRequest, XlsxRequest])
export type WorkerRequest = z.infer<typeof WorkerRequest>

/** A document comes from our own code as it left it; its body was checked where it was made. */
const Document = z.custom<ReadDocument>((value) => typeof value === 'object' && value !== null && 'body' in value)

export const WorkerReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), id: z.int(), document: Document }),
  z.object({ outcome: z.literal('text'), id: z.int(), text: FileText }),
  z.object({ outcome: z.literal('written'), id: z.int(), bytes: z.instanceof(Uint8Array), warnings: z.array(ExportWarning) }),
  z.object({ outcome: z.literal('sheets'), id: z.int(), sheets: z.array(SheetRows) }),
  z.object({ outcome: z.literal('page'), id: z.int(), html: z.string(), css: z.string(), faces: z.array(z.string()), warnings: z.array(ExportWarning) }),
  /** How far a document that is being written is; it is not done. */
  z.object({ outcome: z.literal('progress'), id: z.int(), done: z.int(), total: z.int() }),
  z.object({ outcome: z.literal('failed'), id: z.int(), failure: ImportFailure }),
  /** A bug: the stack, for the log. */
  z.object({ outcome: z.literal('threw'), id: z.int(), stack: z.string() }),
])
export type WorkerReply = z.infer<typeof WorkerReply>
