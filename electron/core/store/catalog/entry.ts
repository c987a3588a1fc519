/** What the catalog keeps of a record: its row, what it refers to, and what its file looked like when it was read. */
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import { listValueLimit, type ListValue } from '#shared/model/listFields'
import { saysNothing } from '#shared/model/fields'
import { PartialDate } from '#shared/model/partialDate'
import { RecordContent, RecordFile, type Confidentiality } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { parseRecordDocument } from '../recordDocument'
import { referencesOf, type Reference } from '../references'

/** Bytes, and milliseconds since 1970: a file that has another size or time was written since. */
export interface FileStamp { size: number; mtimeMs: number }

export interface CatalogEntry {
  row: RecordRow
  references: readonly Reference[]
  authors: readonly string[]
  confidentiality: Confidentiality
  /** What it says in fields that a list can show, by their keys (shared/model/listFields); undefined where it says nothing there. */
  values: Readonly<Record<string, ListValue>> | undefined
  /**
   * What it says in fields of the library that `values` does not hold as it stands, by their keys: how many characters a text has, -1 for
   * what is neither a text nor a list of texts. Undefined where there is none.
   */
  unlisted: Readonly<Record<string, number>> | undefined
  /** The packed hash of the file that the record was imported from. */
  original: string | undefined
  /** The day from which a record is to be reviewed again, empty where none is given or it is archived. */
  due: string
  /** Undefined until the file is read again: what we wrote ourselves may have been followed by another program's edit. */
  stamp: FileStamp | undefined
}

/** A hash in hex as the catalog keeps it, in two thirds of the letters. */
export const packHash = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64url')

/** A record whose body is only known to be one: checking it whole costs many times what reading it does. */
const HeadFile = RecordFile.extend({
  content: RecordContent.extend({ body: z.looseObject({ version: z.literal(1), preamble: z.array(z.unknown()), sections: z.array(z.unknown()) }) }),
})
type HeadFile = z.infer<typeof HeadFile>

type Head = Pick<HeadFile, 'id' | 'revision' | 'content'>

export const rowOf = ({ id, revision, content }: Head): RecordRow => ({
  id, type: content.type, number: content.number, title: content.title, stage: content.stage, unit: content.unit, team: content.team,
  field: content.field, tags: content.tags, date: content.date, polarity: content.fields.polarity ?? null,
  attachments: content.attachments.length, updatedAt: revision.at, edition: content.fields.edition ?? null,
})

const originalOf = (attachments: HeadFile['content']['attachments']): string | undefined => {
  const original = attachments.find(({ role }) => role === 'original')
  return original && packHash(original.sha256)
}

/** A month or a year is due from its beginning. */
const dueOf = ({ fields: { reviewDate }, stage }: HeadFile['content']): string =>
  (stage === 'archived' || stage === 'retired' ? '' : PartialDate.safeParse(reviewDate).data ?? '')

const Words = z.array(z.string())

/** What a list keeps of a value; undefined for what says nothing or is no value of a row. */
const listValue = (value: unknown): ListValue | undefined => {
  if (typeof value === 'string') return value === '' || value.includes('\n') ? undefined : value.slice(0, listValueLimit)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const { data } = Words.safeParse(value)
  return data === undefined || data.length === 0 ? undefined : data
}

/** Which fields a library has added is not known here: all that could be a value of one is kept. */
const valuesOf = ({ type, fields, custom }: HeadFile['content']): CatalogEntry['values'] => {
  const own = recordTypes[type].fields.filter(({ key, kind }) => key !== 'polarity' && kind !== 'longText' && kind !== 'rows').map(({ key }) => [`own:${key}`, fields[key]] as const)
  const added = Object.entries(custom).map(([key, value]) => [`custom:${key}`, value] as const)
  const said = [...own, ...added].flatMap(([key, value]) => {
    const kept = listValue(value)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

/** Whether a list keeps the very value. */
const isListed = (value: unknown): boolean => {
  const kept = listValue(value)
  return kept !== undefined && (typeof value !== 'string' || value === kept)
}

const unlistedOf = ({ custom }: HeadFile['content']): CatalogEntry['unlisted'] => {
  const found = Object.entries(custom).filter(([, value]) => !saysNothing(value) && !isListed(value)).map(([key, value]) => [key, typeof value === 'string' ? value.length : -1] as const)
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

export const entryOf = ({ id, revision, content }: Head, stamp?: FileStamp): CatalogEntry => ({
  row: rowOf({ id, revision, content }),
  references: referencesOf(content).filter(({ to }) => to !== id),
  authors: content.authors,
  confidentiality: content.confidentiality,
  values: valuesOf(content),
  unlisted: unlistedOf(content),
  original: originalOf(content.attachments),
  due: dueOf(content),
  stamp,
})

/** The entry of a record as its file says. Throws `store_corrupt`, `library_newer_format`. */
export const readEntry = (path: string, id: string, bytes: Uint8Array, stamp?: FileStamp): CatalogEntry => {
  const head = parseRecordDocument(path, bytes, HeadFile)
  if (head.id !== id) throw new AppError('store_corrupt', { path, reason: `holds record ${head.id}` })
  return entryOf(head, stamp)
}
