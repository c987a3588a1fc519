import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestHome, type TestCore, type TestHome } from '../../tests/support/testCore'

let homes: TestHome[]
let path: string

beforeEach(async () => {
  homes = [await createTestHome(), await createTestHome()]
  path = join(homes[0]?.home ?? '', 'library')
})
afterEach(async () => { for (const { remove } of homes.reverse()) await remove() })

const start = async (of: number): Promise<TestCore> => {
  const home = homes[of]
  if (!home) throw new Error(`no home ${of}`)
  return home.open({ host: 'web' })
}

const create = async ({ client }: TestCore, title: string) => client.records.create({ type: 'case', content: { title } })

const titles = async ({ client }: TestCore): Promise<string[]> =>
  (await client.records.list({ filter: { type: 'case' }, sort: { by: 'title', descending: false }, offset: 0, limit: 50 })).rows.map(({ title }) => title)

const fileOf = (id: string): string => join(path, 'records', id.slice(-2), `${id}.json`)

describe('a second program that opens a library', () => {
  it('reads along with the first one, and may write when that has let it go', async () => {
    const [writer, reader] = [await start(0), await start(1)]
    await writer.client.library.create({ path, name: '库', unit: '' })
    await create(writer, '甲')
    expect((await reader.client.library.open({ path })).readOnly?.code).toBe('library_locked')
    const added = await create(writer, '乙')
    await expect.poll(async () => titles(reader)).toEqual(['甲', '乙'].sort((a, b) => a.localeCompare(b, 'zh-CN')))
    await writer.client.records.save({ id: added.id, base: added.revision.id, changes: { title: '乙改' } })
    await expect.poll(async () => titles(reader)).toContain('乙改')
    await expect.poll(async () => (await reader.client.search.query({ text: '乙改' })).total).toBe(1)
    await writer.client.library.close()
    await expect.poll(async () => (await reader.client.library.current())?.writerLeft).toBe(true)
    expect((await reader.client.library.open({ path })).readOnly).toBeNull()
    await create(reader, '丙')
  })
})

describe('an open library', () => {
  it('notices what other programs change, delete and break in its folder', async () => {
    const core = await start(0)
    await core.client.library.create({ path, name: '库', unit: '' })
    const [edited, deleted, broken] = [await create(core, '会改'), await create(core, '会删'), await create(core, '会坏')]
    const text = await readFile(fileOf(edited.id), 'utf8')
    await writeFile(fileOf(edited.id), text.replaceAll('会改', '改过'))
    await rm(fileOf(deleted.id))
    await writeFile(fileOf(broken.id), '{')
    await expect.poll(async () => titles(core)).toEqual(['改过', '会坏'].sort((a, b) => a.localeCompare(b, 'zh-CN')))
    await expect.poll(async () => (await core.client.library.current())?.damaged.map((found) => found.path)).toEqual([fileOf(broken.id)])
    await writeFile(fileOf(broken.id), text.replaceAll(edited.id, broken.id).replaceAll('会改', '修好'))
    await expect.poll(async () => (await core.client.library.current())?.damaged).toEqual([])
    const library = JSON.parse(await readFile(join(path, 'library.json'), 'utf8')) as object
    await writeFile(join(path, 'library.json'), JSON.stringify({ ...library, name: '改名了' }))
    await expect.poll(async () => (await core.client.library.current())?.library.name).toBe('改名了')
  })
})

describe('a record whose file is deleted by another program', () => {
  let now = Date.parse('2026-11-24T06:00:00.000Z')
  const open = async (of = 0): Promise<TestCore> => (homes[of] ?? await createTestHome()).open({ host: 'web', now: () => now })
  const damagedPaths = async ({ client }: TestCore) => (await client.library.current())?.damaged.map((found) => found.path)

  /** A record that has a history. */
  const edited = async (core: TestCore): Promise<string> => {
    const { id, revision } = await create(core, '第一稿')
    now += 3_600_000
    await core.client.records.save({ id, base: revision.id, changes: { title: '第二稿' } })
    return id
  }

  it('is told, whether the library was open or not, and brought back from its history', async () => {
    const first = await open()
    await first.client.library.create({ path, name: '库', unit: '' })
    const id = await edited(first)
    await first.core.close()
    await rm(fileOf(id))
    const core = await open()
    await core.client.library.open({ path })
    await expect.poll(async () => damagedPaths(core)).toEqual([fileOf(id)])
    for (const round of [1, 2]) {
      const [problem] = await core.client.library.damage()
      expect(problem).toMatchObject({ kind: 'headMissing', path: fileOf(id), recommended: 'restoreRevision' })
      await core.client.library.restoreRecord({ id, revisionId: problem?.revision?.id ?? '' })
      expect([(await core.client.records.get({ id })).content.title, await damagedPaths(core)]).toEqual(['第一稿', []])
      if (round === 2) break
      await rm(fileOf(id))
      await expect.poll(async () => damagedPaths(core)).toEqual([fileOf(id)])
    }
  })

  it('is no damage where a program of ours did it', async () => {
    const [writer, reader] = [await open(0), await open(1)]
    await writer.client.library.create({ path, name: '库', unit: '' })
    const [removed, other] = [await edited(writer), await edited(writer)]
    await reader.client.library.open({ path })
    await writer.client.records.remove({ selection: { ids: [removed] } })
    await expect.poll(async () => titles(reader)).toEqual(['第二稿'])
    await rm(fileOf(other))
    await expect.poll(async () => damagedPaths(reader)).toEqual([fileOf(other)])
  })
})

describe('the same library in a second folder', () => {
  const copied = async (core: TestCore): Promise<string> => {
    await core.client.library.create({ path, name: '原来的', unit: '', unitCode: 'YW1' })
    await create(core, '甲')
    await core.client.library.close()
    const copy = join(path, '..', 'copy')
    await cp(path, copy, { recursive: true })
    return copy
  }

  it('is not written until it is said that it is a copy, which gets an id of its own', async () => {
    const core = await start(0)
    const copy = await copied(core)
    const opened = await core.client.library.open({ path: copy })
    expect(opened.readOnly).toMatchObject({ code: 'library_copied', data: { other: path } })
    await expect(create(core, '乙')).rejects.toMatchObject({ code: 'library_copied' })
    const settled = await core.client.library.settleCopy({ answer: 'copy', name: '副本', unitCode: 'YW2' })
    expect(settled).toMatchObject({ readOnly: null, path: copy, library: { name: '副本', forkedFrom: opened.library.id, unit: { code: 'YW2' } } })
    expect(settled.library.id).not.toBe(opened.library.id)
    expect((await create(core, '乙')).content.number).toMatch(/^YW2-/)
    expect((await core.client.library.open({ path })).readOnly).toBeNull()
  })

  it('takes the place of the first one if it is said that it was moved', async () => {
    const core = await start(0)
    const copy = await copied(core)
    await core.client.library.open({ path: copy })
    expect((await core.client.library.settleCopy({ answer: 'moved' })).readOnly).toBeNull()
    expect((await core.client.app.settings()).recent.map((recent) => recent.path)).toEqual([copy])
    await create(core, '乙')
  })

  it('is an answer for one that was asked about: where nothing is in question a copy is refused, and what can’t be written says why', async () => {
    const [core, reader] = [await start(0), await start(1)]
    const { library } = await core.client.library.create({ path, name: '库', unit: '' })
    expect((await core.client.library.settleCopy({ answer: 'moved' })).library).toEqual(library)
    await expect(core.client.library.settleCopy({ answer: 'copy', unitCode: 'YW2' })).rejects.toMatchObject({ code: 'library_not_copied', data: { path } })
    expect((await core.client.library.current())?.library).toEqual(library)
    await reader.client.library.open({ path })
    for (const answer of ['moved', 'copy'] as const) await expect(reader.client.library.settleCopy({ answer })).rejects.toMatchObject({ code: 'library_locked' })
  })

  it('is no question where the first folder is gone', async () => {
    const core = await start(0)
    await core.client.library.create({ path, name: '库', unit: '' })
    await create(core, '甲')
    await core.client.library.close()
    await rename(path, `${path}-moved`)
    expect((await core.client.library.open({ path: `${path}-moved` })).readOnly).toBeNull()
    expect(await titles(core)).toEqual(['甲'])
    expect((await core.client.app.settings()).recent.map((recent) => recent.path)).toEqual([`${path}-moved`])
  })
})
