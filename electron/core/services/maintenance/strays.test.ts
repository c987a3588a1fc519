/** Files that stand where none belongs: named by what they are, taken in, set aside or removed, and never more than was asked. */
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Problem, RepairReport, VerifyReport } from '#shared/contract/library'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths, type LibraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let paths: LibraryPaths
let record: RecordFile
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.now() - 3_600_000
  ;({ client } = await home.open({ now: () => now }))
  paths = libraryPaths(join(home.home, '库'))
  await client.library.create({ path: paths.root, name: '库', unit: '一班', unitCode: 'YW1' })
  const { id, revision } = await client.records.create({ type: 'case', content: { title: '甲' } })
  now += 1_800_000
  await client.records.save({ id, base: revision.id, changes: { title: '乙' } })
  record = await client.records.get({ id })
})
afterEach(async () => home.remove())

const ended = async ({ jobId }: { jobId: string }): Promise<string> => {
  await vi.waitFor(async () => { expect((await client.jobs.get({ id: jobId })).state).toBe('done') }, { timeout: 60_000 })
  return jobId
}
const verify = async (): Promise<VerifyReport & { jobId: string }> => {
  const jobId = await ended(await client.library.verify())
  return { jobId, ...await client.library.verified({ jobId }) }
}
const repair = async (jobId: string): Promise<RepairReport> => client.library.repaired({ jobId: await ended(await client.library.repair({ jobId })) })
const brief = ({ kind, recommended }: Problem): string => `${kind} ${recommended}`
const isThere = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

it('a temporary file is removed once it is a day old, and a young one is left to whoever writes it', async () => {
  const [old, young] = [`${paths.library}.0a1b2c.tmp`, `${paths.record(record.id)}.0a1b2c.tmp`]
  for (const path of [old, young]) await writeFile(path, '{')
  // Its birth can't be set back: two days pass instead.
  vi.setSystemTime(Date.now() + 2 * 24 * 60 * 60_000)
  const recent = new Date()
  await utimes(young, recent, recent)
  try {
    const { jobId, problems } = await verify()
    expect(problems.map(({ path, ...problem }) => [path, brief({ path, ...problem })])).toEqual([[old, 'leftover remove']])
    await repair(jobId)
    expect([await isThere(old), await isThere(young)]).toEqual([false, true])
  } finally {
    vi.useRealTimers()
  }
})

it('a copy of library.json is set aside and never read, a file of another kind is left', async () => {
  const [copy, note] = [join(paths.root, 'library (冲突副本 2026-11-25).json'), join(paths.records, '说明.txt')]
  await writeFile(copy, await readFile(paths.library))
  await writeFile(note, '不是条目')
  const { jobId, problems } = await verify()
  expect(problems.map(brief).sort()).toEqual(['libraryConflict setAside', 'stray nothing'])
  await repair(jobId)
  expect([await isThere(copy), await isThere(note)]).toEqual([false, true])
})

it('what a crash left in history of the revision in place is read as any other', async () => {
  const path = paths.revision(record.id, record.revision.id)
  await writeFile(path, 'torn')
  const { problems } = await verify()
  expect(problems.map((problem) => [problem.path, brief(problem)])).toEqual([[path, 'revision setAside']])
})

it('a revision in history under another name is put where it belongs', async () => {
  const [parent = ''] = record.revision.parents
  const place = paths.revision(record.id, parent)
  const odd = place.replace('.json.gz', ' (1).json.gz')
  await rename(place, odd)
  const { jobId, problems } = await verify()
  expect(problems.map(brief).sort()).toEqual(['revisionMissing nothing', 'stray absorb'])
  await repair(jobId)
  expect((await client.records.revision({ id: record.id, revisionId: parent })).content.title).toBe('甲')
  expect((await verify()).problems).toEqual([])
})

it('a transaction of another device is reported and never touched', async () => {
  const [device, id] = [newId(), newId()]
  const transaction = join(paths.journal(device), id)
  await mkdir(transaction, { recursive: true })
  await writeFile(join(transaction, 'manifest.json'), JSON.stringify({ format: 2, id, device, at: record.revision.at, files: [], removes: [] }))
  const { jobId, problems } = await verify()
  expect(problems.map(brief)).toEqual(['foreignJournal nothing'])
  await repair(jobId)
  expect(await isThere(transaction)).toBe(true)
})

it('a report of one library repairs no other, and nothing is repaired where the library may not be written', async () => {
  await rm(paths.record(record.id))
  const { jobId } = await verify()
  await client.library.close()
  await client.library.open({ path: paths.root, write: false })
  await expect(client.library.repair({ jobId })).rejects.toMatchObject({ code: 'library_read_only' })
  await client.library.create({ path: join(home.home, '另一个'), name: '另一个', unit: '' })
  await expect(client.library.repair({ jobId })).rejects.toMatchObject({ code: 'not_found' })
})
