/**
 * The catalog as it was when the library was left: in the cache, never in the library. It may be old, damaged or missing at any time; then
 * the records' files say what is true. One line of JSON each: what it is, rows by the thousand in two, the hash of all before.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Catalog } from './catalog'
import { createMeanings, createWords, packChunk, SnapshotFacts, SnapshotTexts, unpackChunk } from './snapshotChunk'
import { removeLeftovers, temporaryFor } from './snapshotLeftovers'

/** Raised with every change of what a line holds: an older snapshot is made again. */
const snapshotFormat = 5
const rowsInLine = 1000

export interface SnapshotOwner {
  /** The id of the library, and its real path: a copy elsewhere has other files. */
  library: string
  root: string
}

const Head = z.object({ format: z.literal(snapshotFormat), library: z.string(), root: z.string(), rows: z.int().min(0) })
const Foot = z.object({ sha256: z.string() })

const linesOf = async function* (catalog: Catalog, { library, root }: SnapshotOwner): AsyncGenerator<string> {
  const ids = [...catalog.ids()]
  const words = createWords()
  yield JSON.stringify({ format: snapshotFormat, library, root, rows: ids.length })
  for (let from = 0; from < ids.length; from += rowsInLine) {
    await nextTurn()
    const entries = ids.slice(from, from + rowsInLine).flatMap((id) => catalog.entry(id) ?? [])
    for (const part of packChunk(entries, words)) yield JSON.stringify(part)
  }
}

/** Replaces the snapshot. It is not synced: losing it costs a slower opening. */
export const writeSnapshot = async (path: string, catalog: Catalog, owner: SnapshotOwner): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  // Before anything is written: what they take up may be what the disk lacks.
  await removeLeftovers(path)
  const temporary = temporaryFor(path)
  try {
    const handle = await open(temporary, 'w')
    try {
      const hash = createHash('sha256')
      for await (const line of linesOf(catalog, owner)) {
        hash.update(line)
        await handle.writeFile(`${line}\n`)
      }
      await handle.writeFile(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    yield bytes.subarray(from, end < 0 ? bytes.length : end)
    from = end < 0 ? bytes.length : end + 1
  }
}

/** Puts all rows of a snapshot into an empty catalog. Throws where it is missing, damaged, of another version or of another library. */
export const readSnapshot = async (path: string, catalog: Catalog, owner: SnapshotOwner): Promise<void> => {
  const hash = createHash('sha256')
  const meanings = createMeanings()
  let head: z.infer<typeof Head> | undefined
  let texts: z.infer<typeof SnapshotTexts> | undefined
  let isWhole = false
  for (const line of linesIn(await readFile(path))) {
    const json: unknown = JSON.parse(line.toString())
    const foot = Foot.safeParse(json)
    if (foot.success) { isWhole = foot.data.sha256 === hash.digest('hex'); break }
    hash.update(line)
    if (!head) { head = Head.parse(json); continue }
    if (!texts) { texts = SnapshotTexts.parse(json); continue }
    meanings.add(texts.words)
    unpackChunk(texts, SnapshotFacts.parse(json), meanings).forEach(catalog.put)
    texts = undefined
    await nextTurn()
  }
  if (!isWhole || head?.library !== owner.library || head.root !== owner.root || catalog.size() !== head.rows) throw new Error('not a whole snapshot of this library')
}
