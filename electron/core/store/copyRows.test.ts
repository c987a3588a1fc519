/** The list of filled copies from memory: what we and other programs write is seen, and nothing is read twice for it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilledCopy } from '#shared/model/forms/copy'
import { newId } from '#shared/model/ids'
import { newLibrary } from '../../../tests/fault/load/world'
import { createTestHome } from '../../../tests/support/testCore'
import { formatJson } from './canonicalJson'
import { createCopyRows } from './copyRows'
import { libraryPaths } from './folders'
import { makeLibraryFolder, openLibraryFolder, type LibraryFolder } from './libraryFolder'

const at = '2026-11-29T08:00:00.000Z'
const toolId = newId()
const copyOf = (id: string, title: string): FilledCopy => ({
  format: 1, id, toolId, tool: { number: '', title: '工具', revisionId: '0'.repeat(64) }, title, form: [], formulas: [], values: {}, results: {}, state: 'open',
  by: { name: '张工', unit: '' }, startedAt: at, savedAt: at,
})

describe('the rows of copies', () => {
  let root: string
  let folder: LibraryFolder
  let ids: string[]
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'liangfang-rows-'))
    await makeLibraryFolder(root, newLibrary())
    folder = await openLibraryFolder(root, { device: newId(), now: Date.now, write: true })
    ids = Array.from({ length: 5 }, () => newId())
    for (const [index, id] of ids.entries()) await folder.copies.change(toolId, id, () => copyOf(id, `第 ${index}`))
  })
  afterEach(async () => {
    await folder.close()
    await rm(root, { recursive: true, force: true })
  })

  it('are read once, and then only of what was changed, added or noticed', async () => {
    const reads: string[] = []
    const rows = createCopyRows(folder.paths, folder.journal, async (tool, id) => {
      reads.push(id)
      return (await folder.copies.read(tool, id)).copy
    })
    const titles = async (): Promise<string[]> => (await rows.list(toolId, (_path, error) => { throw error })).map(({ title }) => title)
    const readFor = async (): Promise<[string[], number]> => {
      reads.length = 0
      return [await titles(), reads.length]
    }
    const [first = '', second = '', third = ''] = ids
    expect(await readFor()).toEqual([['第 4', '第 3', '第 2', '第 1', '第 0'], 5])
    expect((await readFor())[1]).toBe(0)
    await folder.copies.change(toolId, first, (before) => ({ ...before?.copy ?? expect.fail(), title: '改了' }))
    await rows.wrote(toolId, first)
    expect(await readFor()).toEqual([['第 4', '第 3', '第 2', '第 1', '改了'], 1])
    expect(await rows.noticed(toolId, new Set([`${first}.json`]))).toBe(false)
    await writeFile(folder.paths.copy(toolId, second), formatJson(copyOf(second, '别处改的')))
    expect(await rows.noticed(toolId, new Set([`${second}.json`]))).toBe(true)
    await folder.copies.purge(toolId, third)
    expect(await readFor()).toEqual([['第 4', '第 3', '别处改的', '改了'], 1])
    await rows.noticed(toolId, 'all')
    expect((await readFor())[1]).toBe(0)
  })

  it('leave out what can not be read, and have it again once it can', async () => {
    const [first = ''] = ids
    const path = folder.paths.copy(toolId, first)
    const bytes = await readFile(path)
    await writeFile(path, '{')
    const damaged: string[] = []
    const count = async (): Promise<number> => (await folder.copies.list(toolId, (place) => { damaged.push(place) })).length
    expect([await count(), await count(), damaged]).toEqual([4, 4, [path, path]])
    await writeFile(path, bytes)
    expect(await count()).toBe(5)
  })
})

it('what another program does to a copy shows in the list of an open library', async () => {
  const home = await createTestHome()
  try {
    const { client } = await home.open({ host: 'web' })
    const root = join(home.home, '库')
    await client.library.create({ path: root, name: '库', unit: '', unitCode: 'YW1' })
    const { id: tool } = await client.records.create({ type: 'tool', content: { title: '清单', fields: { kind: 'checklist', form: [{ id: 'where', title: '地点', kind: 'text' }] } } })
    const { copy } = await client.filled.start({ toolId: tool, id: newId(), title: '原来' })
    const titles = async (): Promise<string[]> => (await client.filled.list({ toolId: tool })).copies.map(({ title }) => title)
    expect(await titles()).toEqual(['原来'])
    await writeFile(libraryPaths(root).copy(tool, copy.id), formatJson({ ...copy, title: '别处改的' }))
    await expect.poll(titles).toEqual(['别处改的'])
  } finally {
    await home.remove()
  }
})
