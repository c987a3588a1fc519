/**
 * The snapshot of an index: a folder of parts, and `index.json`, which says which of them count, what was removed from each, and by which
 * version it was written. It can be made again: whatever is odd about it means that it is not there.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { holdPart, liveCount, type HeldPart } from '../index/heldPart'
import { isRemovedIn, type Documents } from '../index/documents'
import { packColumns, readColumns, type Column } from '../part/columns'
import { closePart } from '../part/part'
import { readWhole, removeIfMay, SnapshotDamaged, writeWhole } from './files'
import { partFiles, readPart, removePartFiles, StoredPart, writeMerged } from './partFiles'

/** Another one means that terms, weights or files are made in another way: all is made again. */
const snapshotVersion = 4

const StoredEntry = StoredPart.extend({
  removed: z.object({ name: z.uuid(), count: z.int(), checksum: z.int() }).nullable(),
})
const Manifest = z.object({ version: z.literal(snapshotVersion), parts: z.array(StoredEntry), checksum: z.int() })
const checksumOf = (parts: readonly StoredEntry[]): number => crc32(JSON.stringify(parts.map((entry) => StoredEntry.parse(entry))))
type StoredEntry = z.infer<typeof StoredEntry>

const manifestPath = (folder: string): string => join(folder, 'index.json')
const removedPath = (folder: string, name: string): string => join(folder, `${name}.removed`)
/** Files that no snapshot refers to are another program's, perhaps at work: they go after a day. */
const leftoverMs = 24 * 60 * 60 * 1000

const writeManifest = (folder: string, parts: readonly StoredEntry[]): void => {
  const path = join(folder, `${randomUUID()}.json`)
  const file = openSync(path, 'wx')
  writeSync(file, JSON.stringify({ version: snapshotVersion, parts, checksum: checksumOf(parts) }))
  fsyncSync(file)
  closeSync(file)
  renameSync(path, manifestPath(folder))
}

const readRemoved = (folder: string, part: HeldPart, { name, count, checksum }: NonNullable<StoredEntry['removed']>): void => {
  const columns = readColumns(readWhole(removedPath(folder, name), checksum))
  part.removed = columns.u8('removed')
  part.removedAt = columns.u32('removedAt')
  part.removedCount = count
}

/** Opens all parts or none. */
const openAll = (folder: string, parts: readonly StoredEntry[]): HeldPart[] => {
  const opened: HeldPart[] = []
  try {
    for (const entry of parts) {
      const part = holdPart(readPart(folder, entry), entry.name)
      opened.push(part)
      if (entry.removed) readRemoved(folder, part, entry.removed)
    }
    return opened
  } catch (error) {
    opened.forEach(closePart)
    throw error
  }
}

const removeLeftovers = (folder: string, parts: readonly StoredEntry[]): void => {
  const kept = new Set(['index.json', ...parts.flatMap(({ name, removed }) => [...partFiles(name), ...(removed ? [`${removed.name}.removed`] : [])])])
  for (const name of readdirSync(folder)) {
    if (kept.has(name)) continue
    const path = join(folder, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found && Date.now() - found.mtimeMs > leftoverMs) removeIfMay(path)
  }
}

/** Parts on disk that are small enough for so many of them to be made one. */
const small = 8_000
const mergedAtOnce = 6

export type Mergeable = StoredPart & { removed: Uint8Array }

const isHalfEmpty = ({ removedCount, segment }: HeldPart): boolean => removedCount * 2 > segment.documentCount

/** A snapshot that is open: which parts of the index it holds. */
export class Snapshot {
  private readonly folder: string
  private readonly entries = new Map<string, StoredEntry>()

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.folder = folder
  }

  /** Takes the parts up. Throws where they are not there, damaged, or of another version: nothing is taken then. */
  open(documents: Documents): void {
    const { parts, checksum } = Manifest.parse(JSON.parse(readFileSync(manifestPath(this.folder), 'utf8')))
    if (checksumOf(parts) !== checksum) throw new SnapshotDamaged(`${manifestPath(this.folder)} is not what was written`)
    removeLeftovers(this.folder, parts)
    for (const part of openAll(this.folder, parts)) documents.adopt(part)
    for (const entry of parts) this.entries.set(entry.name, entry)
  }

  /** Makes it none: it is damaged. */
  discard(): void {
    rmSync(manifestPath(this.folder), { force: true })
  }

  /** Takes up a part that was written to the folder meanwhile, in the place of those that it was made of. */
  adopt(documents: Documents, stored: StoredPart, of: readonly string[] = []): void {
    const part = holdPart(readPart(this.folder, stored), stored.name)
    this.entries.set(stored.name, { ...stored, removed: null })
    if (of.length === 0) documents.adopt(part)
    else documents.replace(documents.parts.filter((each) => each.stored !== undefined && of.includes(each.stored)), part)
  }

  /** Writes what is in memory only, and what was removed. */
  save(documents: Documents): void {
    const fresh = documents.fresh()
    if (fresh.length > 0) {
      const stored = writeMerged(this.folder, fresh, isRemovedIn(fresh))
      if (!stored) throw new Error('parts with documents were merged to none')
      this.entries.set(stored.name, { ...stored, removed: null })
      documents.replace(fresh, holdPart(readPart(this.folder, stored), stored.name))
    }
    const held = documents.parts.flatMap((part) => {
      const entry = part.stored === undefined ? undefined : this.entries.get(part.stored)
      return entry ? [{ part, entry: part.isChanged ? { ...entry, removed: this.writeRemoved(part) } : entry }] : []
    })
    writeManifest(this.folder, held.map(({ entry }) => entry))
    const kept = new Set(held.map(({ entry }) => entry.name))
    for (const [name, { removed }] of this.entries) {
      const now = held.find(({ entry }) => entry.name === name)?.entry
      if (removed && removed.name !== now?.removed?.name) removeIfMay(removedPath(this.folder, removed.name))
      if (!kept.has(name)) removePartFiles(this.folder, name)
    }
    this.entries.clear()
    for (const { part, entry } of held) {
      part.isChanged = false
      this.entries.set(entry.name, entry)
    }
  }

  /** Whether there is anything that is not on disk. */
  isBehind(documents: Documents): boolean {
    return documents.parts.some(({ stored, isChanged }) => stored === undefined || isChanged) || this.entries.size !== documents.parts.length
  }

  /** Parts that had better be one, and which of their documents were removed; null where all is well. */
  mergeable({ parts }: Documents): Mergeable[] | null {
    const merged = parts.filter((part) => part.stored !== undefined && (liveCount(part) < small || isHalfEmpty(part)))
    if (merged.length < mergedAtOnce && !merged.some(isHalfEmpty)) return null
    return merged.flatMap((part) => {
      const entry = part.stored === undefined ? undefined : this.entries.get(part.stored)
      return entry ? [{ name: entry.name, documents: entry.documents, checksum: entry.checksum, lists: entry.lists, removed: part.removed }] : []
    })
  }

  private writeRemoved(part: HeldPart): NonNullable<StoredEntry['removed']> {
    const name = randomUUID()
    const checksum = writeWhole(removedPath(this.folder, name), packColumns(new Map<string, Column>([['removed', part.removed], ['removedAt', part.removedAt]])))
    return { name, count: part.removedCount, checksum }
  }
}
