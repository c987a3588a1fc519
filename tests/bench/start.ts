/**
 * `start`: how long until a library can be used. `usable_ms` runs from starting the web host's process to the first answered list over
 * its WebSocket, the library opened on the way; `vs_bare_read` is that over reading and parsing every record's file, which no start
 * that checks its records can undercut. Both smaller is better; the best of five, taken in turns.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBenchCore, round, timed, withFolder, type BenchResult } from './benchCore'
import { fillLibrary } from './benchRecords'
import { startHost } from './runningHost'

const rounds = 5

const readBare = async (library: string): Promise<void> => {
  const records = join(library, 'records')
  const files = (await readdir(records, { recursive: true })).filter((name) => name.endsWith('.json'))
  for (const file of files) JSON.parse(await readFile(join(records, file), 'utf8'))
}

const startUntilUsable = async (home: string, library: string, count: number): Promise<number> => {
  const startedAt = performance.now()
  const host = await startHost(home)
  await host.core.library.open({ path: library })
  const { total } = await host.core.records.list({ filter: { type: 'case' }, sort: { by: 'date', descending: true }, offset: 0, limit: 50 })
  const took = performance.now() - startedAt
  await host.stop()
  if (total !== count) throw new Error(`${total} records listed, ${count} expected`)
  return took
}

export const benchStart = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  const library = join(home, 'library')
  const core = await openBenchCore(home)
  await core.client.library.create({ path: library, name: '基准', unit: '基准班' })
  await fillLibrary(core.client, count)
  await core.close()

  const starts: number[] = []
  const reads: number[] = []
  for (let index = 0; index < rounds; index += 1) {
    starts.push(await startUntilUsable(home, library, count))
    reads.push(await timed(() => readBare(library)))
  }
  const usable = Math.min(...starts)
  return { name: 'start', sizes: { records: count }, figures: { usable_ms: round(usable), vs_bare_read: round(usable / Math.min(...reads)) } }
})
