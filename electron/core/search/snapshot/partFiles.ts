/** A part on disk: `<name>.part` has its columns, `<name>.lists` the lists of its terms, `<name>.texts` its texts. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { packColumns, readColumns, type Column } from '../part/columns'
import { readTable, tableColumns } from '../part/documentTable'
import { createPartBuilder, mergeParts, type Part } from '../part/part'
import type { SearchDocument } from '../part/searchDocument'
import { readSegment, segmentColumns } from '../part/segmentColumns'
import { readSoundNames, soundNamesColumns } from '../sound/soundNamesColumns'
import { readWhole, removeIfMay, SnapshotDamaged, writeWhole } from './files'
import { openListFile } from './listFile'
import { openTextFile, writeTextFile, type TextFileWriter, type TextPlaces } from './textFile'

/** What is said of a part where it is referred to. `checksum` of its columns, `lists` that of its lists. */
export const StoredPart = z.object({ name: z.uuid(), documents: z.int().min(0), checksum: z.int().min(0), lists: z.int().min(0) })
export type StoredPart = z.infer<typeof StoredPart>

/** The names of a part's files. */
export const partFiles = (name: string): string[] => ['part', 'lists', 'texts'].map((kind) => `${name}.${kind}`)

const pathsOf = (folder: string, name: string) =>
  ({ columns: join(folder, `${name}.part`), lists: join(folder, `${name}.lists`), texts: join(folder, `${name}.texts`) })

export const removePartFiles = (folder: string, name: string): void => {
  for (const file of partFiles(name)) removeIfMay(join(folder, file))
}

const columnsOf = ({ segment, table, names }: Omit<Part, 'texts'>, { starts, checksums }: TextPlaces): Map<string, Column> =>
  new Map<string, Column>([...segmentColumns(segment), ...tableColumns(table), ...soundNamesColumns(names), ['textStarts', starts], ['textChecksums', checksums]])

/** Writes a new part with the texts that `make` keeps. What fails, or has no documents, leaves no files. */
const writeNew = (folder: string, make: (keep: TextFileWriter['keep']) => Omit<Part, 'texts'>): StoredPart | null => {
  const name = randomUUID()
  const paths = pathsOf(folder, name)
  const texts = writeTextFile(paths.texts)
  try {
    const part = make(texts.keep)
    if (part.segment.documentCount === 0) {
      texts.close()
      removePartFiles(folder, name)
      return null
    }
    const { documentCount, lists } = part.segment
    const checksum = writeWhole(paths.columns, packColumns(columnsOf(part, texts.finish())))
    return { name, documents: documentCount, checksum, lists: writeWhole(paths.lists, lists.bytes(0, lists.length)) }
  } catch (error) {
    texts.close()
    removePartFiles(folder, name)
    throw error
  }
}

/** Writes a part of documents that come one after another; null where none came. */
export const writePart = (folder: string, documents: Iterable<SearchDocument>): StoredPart | null => writeNew(folder, (keep) => {
  const builder = createPartBuilder(keep)
  for (const document of documents) builder.add(document)
  return builder.finish()
})

/** Writes several parts as one, without what was removed; null where nothing is left. Throws where one of them is not what was written. */
export const writeMerged = (folder: string, parts: readonly Part[], isRemoved: (part: number, document: number) => boolean): StoredPart | null =>
  writeNew(folder, (keep) => {
    for (const { segment: { lists } } of parts) Array.from(lists.check())
    return mergeParts(parts, isRemoved, keep)
  })

/** Opens a part. Throws where it is not there or not what was written; lists are checked later, and texts as they are read. */
export const readPart = (folder: string, { name, documents, checksum, lists }: StoredPart): Part => {
  const paths = pathsOf(folder, name)
  const columns = readColumns(readWhole(paths.columns, checksum))
  const texts = openTextFile(paths.texts, { starts: columns.f64('textStarts'), checksums: columns.u32('textChecksums') })
  try {
    const table = readTable(columns)
    if (table.ids.length !== documents) throw new SnapshotDamaged(`${paths.columns} has ${table.ids.length} documents, not ${documents}`)
    const length = columns.u32('starts').at(-1) ?? 0
    return { segment: readSegment(columns, documents, openListFile(paths.lists, length, lists)), table, names: readSoundNames(columns), texts }
  } catch (error) {
    texts.close()
    throw error
  }
}
