import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { newId } from '#shared/model/ids'
import type { RecordFile, Revision } from '#shared/model/record'
import { recordContent } from '../../../tests/support/records'
import { formatJson, hashJson } from './canonicalJson'
import { absorbConflictCopy, branchDamage, oddRecordFiles, type AbsorbedCopy } from './conflictCopies'
import { makeLibraryFolder, openLibraryFolder, type LibraryFolder } from './libraryFolder'
import { toRevisionFile } from './recordReader'
import { revisionIdOf } from './revisions'
import { newAside } from './setAside'

const device = newId()
const start = Date.parse('2026-11-24T06:00:00.000Z')
const now = (): number => start

let root: string
let folder: LibraryFolder

const openNew = async (): Promise<void> => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-copies-'))
  await makeLibraryFolder(root, {
    format: 1, id: newId(), name: '库', language: 'zh-CN', unit: { name: '', code: 'YW1' }, createdAt: new Date(start).toISOString(),
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {},
  })
  folder = await openLibraryFolder(root, { device, now, write: true })
}
const leave = async (): Promise<void> => {
  await folder.close()
  await rm(root, { recursive: true, force: true })
}
beforeEach(openNew)
afterEach(leave)

/** A record as one revision leaves it; the same title is the same content. */
const recordAt = (id: string, title: string, parents: readonly RecordFile[], minute: number): RecordFile => {
  const content = recordContent({ title, origin: { libraryId: device, unit: '' } })
  const unnamed: Revision = {
    id: '', parents: parents.map(({ revision }) => revision.id), by: { name: '张工', unit: '' }, at: new Date(start + minute * 60_000).toISOString(), device, contentHash: hashJson(content),
  }
  return { format: 1, id, content, revision: { ...unnamed, id: revisionIdOf(id, unnamed) }, local: { createdAt: unnamed.at, sealed: false } }
}

const put = async (path: string, data: string | Uint8Array): Promise<string> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data)
  return path
}
const putHead = async (record: RecordFile): Promise<string> => put(folder.paths.record(record.id), formatJson(record))
const putHistory = async (record: RecordFile): Promise<string> => put(folder.paths.revision(record.id, record.revision.id), (await folder.records.historyWrite(toRevisionFile(record))).data)
const putCopy = async (record: RecordFile, name = `${record.id} (冲突副本 2026-11-25).json`): Promise<string> =>
  put(join(dirname(folder.paths.record(record.id)), name), formatJson(record))

const absorbAll = async (): Promise<{ absorbed: AbsorbedCopy[]; damaged: DamagedFile[] }> => {
  const damaged: DamagedFile[] = []
  const absorbed: AbsorbedCopy[] = []
  const run = newAside(folder.paths, start)
  for await (const path of oddRecordFiles(folder.paths)) {
    const copy = await absorbConflictCopy(folder, path, run).catch((error: unknown) => {
      const failure = toFailure(error)
      if (!failure) throw error
      damaged.push({ path, failure })
      return undefined
    })
    if (!copy) continue
    absorbed.push(copy)
    damaged.push(...branchDamage(folder, copy))
  }
  return { absorbed, damaged }
}
const asideFiles = async (): Promise<string[]> =>
  (await readdir(folder.paths.setAside, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name)
const namesBeside = async (id: string): Promise<string[]> => readdir(dirname(folder.paths.record(id)))

describe('a conflict copy', () => {
  const id = newId()
  const first = recordAt(id, '甲', [], 0)
  const second = recordAt(id, '乙', [first], 20)
  const other = recordAt(id, '丙', [first], 30)

  it.each([
    `${id} (冲突副本 2026-11-25).json`, `${id}-DESKTOP-7.json`, `${id}.sync-conflict-20261125-101500-ABCDEFG.json`, `${id} (1).json`,
    `${id} (张三 的冲突副本 2026-11-25).json`, `${id}_conflict-张三-20261125.json`, `${id}(来自坚果云的冲突文件).json`, 'copy of a record.json',
  ])('is known by what it holds, whatever it is called: %s', async (name) => {
    await putHead(first)
    await putCopy(second, name)
    expect((await absorbAll()).absorbed).toMatchObject([{ id, record: { content: { title: '乙' } } }])
    expect(await namesBeside(id)).toEqual([`${id}.json`])
    expect(await asideFiles()).toEqual([name])
  })

  it('that says what the record says, or what it said once, is only set aside', async () => {
    await putHead(second)
    await putHistory(first)
    await putCopy(second)
    await putCopy(first, 'x.json')
    expect((await absorbAll()).absorbed.map(({ record, branch }) => [record, branch])).toEqual([[undefined, undefined], [undefined, undefined]])
    expect((await folder.records.read(id)).revision.id).toBe(second.revision.id)
    expect(await folder.records.history(id)).toEqual([first.revision.id])
    expect(await asideFiles()).toHaveLength(2)
  })

  it('that descends from the record becomes it, and what was there is history', async () => {
    await putHead(first)
    await putCopy(second)
    await absorbAll()
    expect(await folder.records.read(id)).toMatchObject({ revision: { id: second.revision.id }, local: { sealed: true } })
    expect(await folder.records.history(id)).toEqual([first.revision.id])
  })

  it('that the record descends from goes into history', async () => {
    await putHead(second)
    await putCopy(first)
    expect((await absorbAll()).damaged).toEqual([])
    expect((await folder.records.read(id)).revision.id).toBe(second.revision.id)
    expect(await folder.records.history(id)).toEqual([first.revision.id])
  })

  it('that goes another way is kept as a branch and reported', async () => {
    await putHead(second)
    await putHistory(first)
    await putCopy(other)
    const { damaged } = await absorbAll()
    expect(damaged).toEqual([{
      path: folder.paths.record(id), failure: { code: 'conflict', data: { id, current: other.revision.id, at: other.revision.at, by: other.revision.by } },
    }])
    expect((await folder.records.read(id)).content.title).toBe('乙')
    expect((await folder.records.readRevision(id, other.revision.id)).content.title).toBe('丙')
  })

  it('of a record that is gone is the record, and one of a record that can not be read is kept for its repair', async () => {
    await putCopy(first)
    await absorbAll()
    expect((await folder.records.read(id)).content.title).toBe('甲')
    await put(folder.paths.record(id), 'x')
    await putCopy(second)
    expect((await absorbAll()).damaged).toEqual([])
    expect(await readFile(folder.paths.record(id), 'utf8')).toBe('x')
    expect((await folder.records.readRevision(id, second.revision.id)).content.title).toBe('乙')
  })

  it('that is not whole, of a newer version, or of a record in the trash, is left where it is', async () => {
    await putHead(first)
    const copies = [
      await putCopy({ ...second, content: { ...second.content, title: '改过' } }, 'a.json'), await putCopy({ ...second, format: 99 }, 'b.json'),
    ]
    await put(folder.paths.trashed(id), '{}')
    copies.push(await putCopy(second, 'c.json'))
    expect((await absorbAll()).absorbed).toEqual([])
    for (const path of copies) expect(await readFile(path)).toBeDefined()
  })

  it('is taken in alone when it is found alone, and no other file is', async () => {
    await putHead(first)
    const path = await putCopy(second)
    const note = await put(join(dirname(path), '说明.txt'), '不是条目')
    const run = newAside(folder.paths, start)
    expect(await absorbConflictCopy(folder, note, run)).toBeUndefined()
    expect(await absorbConflictCopy(folder, path, run)).toMatchObject({ record: { content: { title: '乙' } } })
  })
})

/** A history as it may have grown on several devices: each revision but the first has one or two that came before it. */
const histories = fc.record({
  revisions: fc.array(fc.record({ title: fc.nat(4), parents: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) }), { minLength: 1, maxLength: 8 }),
  head: fc.nat(), kept: fc.array(fc.nat(), { maxLength: 5 }), copies: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), hasHead: fc.constantFrom(true, true, true, false),
})

it('nothing that any copy or the record held is lost, and the record only ever goes on', async () => {
  await fc.assert(fc.asyncProperty(histories, async ({ revisions, head, kept, copies, hasHead }) => {
    await leave()
    await openNew()
    const id = newId()
    const all: RecordFile[] = []
    for (const [index, { title, parents }] of revisions.entries()) {
      const from = index === 0 ? [] : [...new Set(parents.map((parent) => parent % index))].flatMap((at) => all[at] ?? [])
      all.push(recordAt(id, `题 ${title}`, from, index * 20))
    }
    const at = (index: number): RecordFile => all[index % all.length] ?? expect.fail()
    const before = at(head)
    if (hasHead) await putHead(before)
    for (const index of kept) await putHistory(at(index))
    for (const [index, each] of copies.entries()) await putCopy(at(each), `${id} (${index + 1}).json`)

    await absorbAll()

    const after = await folder.records.read(id).catch(() => undefined)
    const held = new Set([after?.revision.contentHash])
    for (const revisionId of await folder.records.history(id)) held.add((await folder.records.readRevision(id, revisionId)).revision.contentHash)
    for (const each of copies) expect(held).toContain(at(each).revision.contentHash)
    if (hasHead) {
      expect(held).toContain(before.revision.contentHash)
      const ancestors = new Set<string>([after?.revision.id ?? ''])
      for (const record of all.toReversed()) if (ancestors.has(record.revision.id)) record.revision.parents.forEach((parent) => ancestors.add(parent))
      expect(ancestors).toContain(before.revision.id)
    }
    expect((await namesBeside(id)).filter((name) => name !== `${id}.json`)).toEqual([])
    expect(await asideFiles()).toHaveLength(copies.length)
  }), { numRuns: 60 })
})
