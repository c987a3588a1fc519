/** Files that were made to be in the way: nested deep, very large, or no files at all. The library opens and goes on, and none is read to its end. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '#shared/contract/library'
import { newSection } from '#shared/model/body/body'
import { paragraph } from '../support/records'
import { createTestHome, type TestCore, type TestHome } from '../support/testCore'
import { buildOriginal, copyWorld, damage, nestedIn, type World } from './damagedLibrary'

let builder: TestHome
let built: World
let folder: string
let world: World
let head: string
let test: TestCore
let now = Date.parse('2026-11-24T06:00:00.000Z')

beforeAll(async () => {
  builder = await createTestHome()
  built = await buildOriginal(builder, () => now, () => { now += 3_600_000 })
})
afterAll(async () => builder.remove())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-hostile-'))
  world = await copyWorld(built, join(folder, '库'))
  head = join(world.root, world.files.head)
  test = await builder.open({ now: () => now })
})
afterEach(async () => {
  await test.core.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async () => test.client.library.open({ path: world.root })

const verify = async (): Promise<Problem[]> => {
  const { jobId } = await test.client.library.verify()
  await vi.waitFor(async () => { expect((await test.client.jobs.get({ id: jobId })).state).toBe('done') }, { timeout: 60_000 })
  return (await test.client.library.verified({ jobId })).problems
}

/** The record is told as damaged and offered what it was before; it keeps nobody from the others, and is put right. */
const expectToldAndRestored = async (code: string): Promise<void> => {
  const { damaged } = await open()
  expect(damaged).toMatchObject([{ path: head, failure: { code } }])
  await expect(test.client.records.get({ id: world.record.id })).rejects.toMatchObject({ code })
  expect((await test.client.records.history({ id: world.record.id })).revisions.length).toBeGreaterThan(0)
  expect(await verify()).toMatchObject([{ kind: 'head', path: head, recommended: 'restoreRevision' }])
  const { done, kept } = await test.client.records.bulkEdit({ selection: { ids: [world.record.id, world.bystander.id] }, change: { team: '二班' } })
  expect([done, kept]).toMatchObject([1, [{ id: world.record.id, why: 'failed', failure: { code } }]])
  const problem = await test.client.library.recordDamage({ id: world.record.id })
  await test.client.library.restoreRecord({ id: world.record.id, revisionId: problem?.revision?.id ?? '' })
  expect((await test.client.records.get({ id: world.record.id })).content.title).toBe('第二稿')
  expect((await test.client.library.current())?.damaged).toEqual([])
}

describe('a record whose file is', () => {
  it.each([301, 2500, 4000])('nested %i levels deep is damage, and keeps nobody from the rest', async (levels) => {
    const text = await readFile(head, 'utf8')
    await writeFile(head, text.replace('"custom": {}', `"custom": {"x": ${'['.repeat(levels)}${']'.repeat(levels)}}`))
    await expectToldAndRestored('store_corrupt')
  })

  it.each([[4, '['], [34, '['], [34, ' ']])('%i MB of "%s" is damage before it is parsed', async (megabytes, filling) => {
    await writeFile(head, nestedIn(filling.repeat(megabytes * 1_000_000) + await readFile(head, 'utf8'), 1))
    await expectToldAndRestored('store_corrupt')
  })

  it.skipIf(process.platform === 'win32')('a pipe is damage, and is not waited for', async () => {
    await damage(head, 'a pipe')
    await expectToldAndRestored('file_unreadable')
  })

  it.skipIf(process.platform === 'win32')('a socket is damage', async () => {
    await rm(head)
    const server = createServer()
    // A socket's path may not be long: it is bound from within its folder.
    const before = process.cwd()
    process.chdir(join(head, '..'))
    await new Promise<void>((resolve) => { server.listen(`${world.record.id}.json`, resolve) }).finally(() => { process.chdir(before) })
    await expectToldAndRestored('file_unreadable')
    await new Promise((resolve) => { server.close(resolve) })
  })
})

it('a revision that unpacks to more than any record holds is damage', async () => {
  const path = join(world.root, world.files.history)
  await writeFile(path, gzipSync(Buffer.alloc(200_000_000, ' ')))
  await open()
  expect(await verify()).toMatchObject([{ kind: 'revision', path }])
})

it('a record that could not be read again is not written', async () => {
  await open()
  const { id, revision } = await test.client.records.get({ id: world.bystander.id })
  const text = '字'.repeat(9_000_000)
  const body = { version: 1 as const, preamble: [], sections: [newSection('measures', '主要做法', [paragraph(text)])] }
  await expect(test.client.records.save({ id, base: revision.id, changes: { body } })).rejects.toMatchObject({ code: 'invalid' })
  expect((await test.client.records.get({ id })).revision.id).toBe(revision.id)
})
