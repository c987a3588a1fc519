/** A part on disk: `<name>.part` has its columns, `<name>.texts` its texts. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { packColumns, readColumns, type Column } from '../part/columns'
import { readTable, tableColumns } from '../part/documentTable'
import { createPartBuilder, mergeParts, type Part } from '../part/part'
import type { SearchDocument } from '../part/searchDocument'
import { readSegment, segmentColumns } from '../part/segmentColumns'
import { readSoundNames, soundNamesColumns } from '../sound/soundNamesColumns'
import { readWhole, removeIfMay, writeWhole } from './files'
import { openTextFile, writeTextFile, type TextFileWriter } from './textFile'

/** What is said of a part where it is referred to. `checksum` of its columns. */
export const StoredPart = z.object({ name: z.uuid(), documents: z.int().min(0), checksum: z.int().min(0) })
export type StoredPart = z.infer<typeof StoredPart>

const columnsPath = (folder: string, name: string): string => join(folder, `${name}.part`)
const textsPath = (folder: string, name: string): string => join(folder, `${name}.texts`)

export const removePartFiles = (folder: string, name: string): void => {
  for (const path of [columnsPath(folder, name), textsPath(folder, name)]) removeIfMay(path)
}

const columnsOf = ({ segment, table, names }: Omit<Part, 'texts'>, textStarts: Float64Array): Map<string, Column> =>
  new Map<string, Column>([...segmentColumns(segment), ...tableColumns(table), ...soundNamesColumns(names), ['textStarts', textStarts]])

/** Writes a new part with the texts that `make` keeps. What fails, or has no documents, leaves no files. */
const writeNew = (folder: string, make: (keep: TextFileWriter['keep']) => Omit<Part, 'texts'>): StoredPart | null => {
  const name = randomUUID()
  const texts = writeTextFile(textsPath(folder, name))
  try {
    const part = make(texts.keep)
    if (part.segment.documentCount === 0) {
      texts.close()
      removePartFiles(folder, name)
      return null
    }
    const checksum = writeWhole(columnsPath(folder, name), packColumns(columnsOf(part, texts.finish())))
    return { name, documents: part.segment.documentCount, checksum }
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

/** Writes several parts as one, without what was removed; null where nothing is left. */
export const writeMerged = (folder: string, parts: readonly Part[], isRemoved: (part: number, document: number) => boolean): StoredPart | null =>
  writeNew(folder, (keep) => mergeParts(parts, isRemoved, keep))

/** Opens a part. Throws where it is not there or not what was written. */
export const readPart = (folder: string, { name, documents, checksum }: StoredPart): Part => {
  const columns = readColumns(readWhole(columnsPath(folder, name), checksum))
  return {
    segment: readSegment(columns, documents), table: readTable(columns), names: readSoundNames(columns),
    texts: openTextFile(textsPath(folder, name), columns.f64('textStarts')),
  }
}
