/** A fault at every step of a backup in turn: the run before is as good as it was, a run that counts is whole, and the next one goes on. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { isAppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { eachRun, type Run } from '#core/backups/runs'
import { verifyRun } from '#core/backups/verifyRun'
import { writeRun } from '#core/backups/writeRun'
import { libraryPaths } from '#core/store/folders'
import { createJournal } from '#core/store/journal'
import { recordWith } from '../support/records'
import { faults, type FaultKind } from './faultyFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withFaultsIn } = await import('./faultyFs')
  return withFaultsIn(await importOriginal<typeof fsPromises>())
})

const library = { id: newId(), name: '资料库', unit: '' }
const device = newId()

let home: string
let root: string
let target: string
let clock: number

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-fault-'))
  root = join(home, 'library')
  target = join(home, 'drive', 'library-01234567')
  clock = Date.parse('2026-11-25T06:00:00.000Z')
})
afterEach(async () => {
  faults.disarm()
  await rm(home, { recursive: true, force: true })
})

const put = async (path: string, data: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), data)
}

const putRecord = async (title: string): Promise<void> => {
  const record = recordWith({ title })
  await put(`records/${record.id.slice(-2)}/${record.id}.json`, JSON.stringify(record))
}

const backUp = async (): Promise<Run> => {
  clock += 60_000
  return writeRun({ root, journal: createJournal(libraryPaths(root), device, () => clock) }, target, { library, device, now: () => clock }, {
    signal: new AbortController().signal, onProgress: () => undefined, onRestricted: () => undefined, beforeCommit: async () => Promise.resolve(),
  })
}

const runsThatCount = async (): Promise<Run[]> => {
  const runs: Run[] = []
  for await (const run of eachRun(target, (path) => { throw new Error(`can't be read: ${path}`) })) runs.push(run)
  return runs
}

const expectWhole = async (): Promise<void> => {
  for (const run of await runsThatCount()) expect((await verifyRun(run, '', new AbortController().signal, () => undefined)).problems).toEqual([])
}

describe.each(['failure', 'crash'] as const)('a %s', (kind: FaultKind) => {
  it('at any step leaves whole runs, and nothing else that counts', async () => {
    for (let at = 1; ; at += 1) {
      await rm(root, { recursive: true, force: true })
      await rm(target, { recursive: true, force: true })
      await mkdir(dirname(target), { recursive: true })
      await put('library.json', '{}')
      await putRecord('先前')
      const first = await backUp()
      await putRecord('后来')
      faults.arm(kind, at)
      let failure: unknown
      try { await backUp() } catch (error) { failure = error }
      const hasCome = faults.disarm()
      if (failure !== undefined) expect(isAppError(failure), `step ${at}`).toBe(true)
      const runs = await runsThatCount()
      expect(runs.at(-1)?.name).toBe(first.name)
      if (failure === undefined) expect(runs.length).toBe(2)
      await expectWhole()
      const next = await backUp()
      expect(next.manifest.records).toBe(2)
      expect(next.manifest.leftOut).toEqual([])
      await expectWhole()
      if (!hasCome) break
    }
  })
})
