/** Saves and transactions against the bare operations, taken in turns. */
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formatJson } from '#core/store/canonicalJson'
import { writeNew } from '#core/store/durableFile'
import { libraryPaths } from '#core/store/folders'
import { createJournal } from '#core/store/journal'
import { stageWrites } from '#core/store/fileWrite'
import { newId } from '#shared/model/ids'
import { openBenchCore, timed } from '../benchCore'
import { benchContent } from './makeLibrary'

const rounds = 300
const sittingMs = 11 * 60_000

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** What no durable save can do without: write, fsync, rename, fsync of the folder. */
const bareSave = async (path: string, text: string): Promise<void> => {
  await writeNew(`${path}.new`, text)
  await rename(`${path}.new`, path)
  const folder = await open(dirname(path), 'r')
  try { await folder.sync() } finally { await folder.close() }
}

/** Milliseconds, medians: a save of a record of about ten kilobytes from the call to its answer, and the bare save of the same bytes. */
export const measureSaves = async (home: string): Promise<{ save: number; firstSave: number; bare: number; bytes: number }> => {
  let clock = Date.now()
  const { client, close } = await openBenchCore(home, { now: () => clock })
  try {
    const root = join(home, 'library')
    const { library } = await client.library.create({ path: root, name: '基准', unit: '基准班' })
    const content = benchContent(1, library.id)
    const { title, body } = content
    const record = await client.records.create({ type: 'case', content: { title, body } })
    const text = formatJson(record)
    const bareFolder = join(root, 'bare')
    await mkdir(bareFolder)
    const times = { save: [] as number[], firstSave: [] as number[], bare: [] as number[] }
    let base = record.revision.id
    const save = async (round: number): Promise<void> => {
      base = (await client.records.save({ id: record.id, base, changes: { body: { ...body, preamble: [{ type: 'paragraph', id: 'aaaaaaaaaaaa', inlines: [{ type: 'text', text: `第${round}次` }] }] } } })).revisionId
    }
    for (let round = 0; round < rounds; round += 1) {
      clock += sittingMs
      times.firstSave.push(await timed(async () => save(round * 2)))
      clock += 1000
      times.save.push(await timed(async () => save(round * 2 + 1)))
      times.bare.push(await timed(async () => bareSave(join(bareFolder, `${record.id}.json`), text)))
    }
    return { save: median(times.save), firstSave: median(times.firstSave), bare: median(times.bare), bytes: Buffer.byteLength(text) }
  } finally {
    await close()
  }
}

/** Milliseconds, the best of some: a transaction of `count` records, and writing the same files with one fsync each. */
export const measureTransaction = async (home: string, count: number): Promise<{ transaction: number; bare: number }> => {
  const times = { transaction: [] as number[], bare: [] as number[] }
  for (let round = 0; round < 5; round += 1) {
    const paths = libraryPaths(join(home, `transaction-${round}`))
    const files = Array.from({ length: count }, (_, index) => {
      const id = newId()
      return { path: paths.record(id), data: formatJson({ format: 1, id, content: benchContent(index, id) }) }
    })
    const barePath = (path: string): string => path.replace('transaction-', 'bare-')
    for (const { path } of files) await mkdir(dirname(barePath(path)), { recursive: true })
    times.bare.push(await timed(async () => { for (const { path, data } of files) await writeNew(barePath(path), data) }))
    const journal = createJournal(paths, newId(), Date.now)
    times.transaction.push(await timed(async () => journal.commit(async (stage) => stageWrites(stage, files))))
  }
  return { transaction: Math.min(...times.transaction), bare: Math.min(...times.bare) }
}
