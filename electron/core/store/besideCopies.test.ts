/** Conflict copies of comments, templates and filled copies, taken in by an open library: nothing that either side holds is lost. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilledCopy } from '#shared/model/forms/copy'
import type { CommentsFile } from '#shared/model/comments'
import { newId } from '#shared/model/ids'
import type { TemplateFile } from '#shared/model/template'
import { templateOf } from '#shared/model/template'
import { recordContent } from '../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { formatJson } from './canonicalJson'
import { libraryPaths, type LibraryPaths } from './folders'

let home: TestHome
let client: TestCore['client']
let paths: LibraryPaths
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-29T08:00:00.000Z')
  ;({ client } = await home.open({ host: 'web', now: () => now }))
  paths = libraryPaths(join(home.home, '库'))
  await client.library.create({ path: paths.root, name: '库', unit: '一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const at = (minute: number): string => new Date(Date.parse('2026-11-29T09:00:00.000Z') + minute * 60_000).toISOString()
const by = { name: '李静', unit: '二班' }

const put = async (path: string, value: unknown): Promise<string> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, formatJson(value))
  return path
}
const beside = (path: string): string => path.replace('.json', ' (冲突副本 2026-11-29).json')
const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((name) => !name.endsWith('.tmp'))
const asideFiles = async (): Promise<string[]> =>
  (await readdir(paths.setAside, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name)
/** Waits until a file was set aside. */
const gone = async (path: string): Promise<void> => {
  const name = path.slice(dirname(path).length + 1)
  await expect.poll(async () => asideFiles()).toContain(name)
  await expect.poll(async () => namesIn(dirname(path))).not.toContain(name)
}
const told = async (): Promise<string[]> => (await client.library.damage()).map(({ kind }) => kind)
const verified = async () => {
  const { jobId } = await client.library.verify()
  await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('done')
  return { jobId, ...await client.library.verified({ jobId }) }
}

describe('a conflict copy of comments', () => {
  it('becomes one with those that are here: all remarks stay, the later wording wins, what is settled stays so', async () => {
    const { id: recordId } = await client.records.create({ type: 'case', content: { title: '甲' } })
    const [first, second, third] = [newId(), newId(), newId()]
    await client.comments.add({ recordId, id: first, anchor: null, text: '说明来源' })
    const before: CommentsFile = JSON.parse(await readFile(paths.comments(recordId), 'utf8'))
    await client.comments.resolve({ recordId, commentId: first, resolved: true })
    await client.comments.add({ recordId, id: second, anchor: null, text: '这边说的' })
    const copy = await put(beside(paths.comments(recordId)), { ...before, comments: [
      ...before.comments.map((comment) => ({ ...comment, text: '说明数据来源', editedAt: at(5) })), { id: third, by, at: at(6), text: '那边说的', replies: [] },
    ] })
    await gone(copy)
    expect((await client.comments.list({ recordId })).map(({ text, resolved }) => [text, resolved !== undefined])).toEqual([['说明数据来源', true], ['这边说的', false], ['那边说的', false]])
    await expect.poll(told).toEqual([])
    expect((await verified()).problems).toEqual([])
  })

  it('of a record that is not here, and one beside comments that can not be read, is left and told', async () => {
    const { id: recordId } = await client.records.create({ type: 'case', content: { title: '甲' } })
    await put(paths.comments(recordId), {})
    const [kept, lost] = [await put(beside(paths.comments(recordId)), { format: 1, recordId, comments: [] }), newId()]
    const stray = await put(beside(paths.comments(lost)), { format: 1, recordId: lost, comments: [] })
    const { problems } = await verified()
    expect(problems.map(({ path, kind, recommended }) => [path, kind, recommended])).toEqual(expect.arrayContaining([
      [paths.comments(recordId), 'comments', 'setAside'], [kept, 'conflictCopy', 'absorb'], [stray, 'conflictCopy', 'nothing'],
    ]))
  })
})

describe('a conflict copy of a template', () => {
  const template = (id: string, name: string, minute: number, summary = ''): TemplateFile =>
    ({ format: 1, id, name, type: 'case', unit: '', by, at: at(minute), content: { ...templateOf(recordContent(), [], new Set()), summary } })

  it('that says the same goes', async () => {
    const id = newId()
    await put(paths.template(id), template(id, '巡视', 1))
    await gone(await put(beside(paths.template(id)), template(id, '巡视', 2)))
    expect((await client.templates.list()).map(({ name }) => name)).toEqual(['巡视'])
    await expect.poll(told).toEqual([])
  })

  it('that differs is kept: the newer in the place, the other as one more, told until what lies aside is removed', async () => {
    const [older, newer] = [newId(), newId()]
    await put(paths.template(older), { ...template(older, '巡视', 2, '这边'), defaultSince: at(0) })
    await put(paths.template(newer), template(newer, '消缺', 1, '这边'))
    await gone(await put(beside(paths.template(older)), { ...template(older, '巡视', 1, '那边'), defaultSince: at(0) }))
    await gone(await put(beside(paths.template(newer)), template(newer, '消缺', 2, '那边')))
    const said = async () => Promise.all((await client.templates.list()).map(async ({ id, name }) => [name, (await client.templates.get({ id })).content.summary]))
    expect((await said()).sort()).toEqual([['巡视', '这边'], ['巡视（冲突副本）', '那边'], ['消缺', '那边'], ['消缺（冲突副本）', '这边']].sort())
    expect((await client.templates.list()).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['巡视'])
    await expect.poll(told).toEqual(['bothKept', 'bothKept'])
    expect((await verified()).problems.map(({ kind }) => kind)).toEqual(['bothKept', 'bothKept'])
    // The same copy once more, as from another device: nothing more comes of it.
    await gone(await put(join(paths.templates, 'x.json'), { ...template(older, '巡视', 1, '那边'), defaultSince: at(0) }))
    expect(await client.templates.list()).toHaveLength(4)
  })

  it('of one that is gone is the template, and one of a newer version is left', async () => {
    const id = newId()
    await gone(await put(beside(paths.template(id)), template(id, '巡视', 1)))
    expect((await client.templates.list()).map(({ name }) => name)).toEqual(['巡视'])
    const path = await put(beside(paths.template(newId())), { ...template(newId(), '新', 1), format: 99 })
    expect((await verified()).problems).toMatchObject([{ path, kind: 'conflictCopy', recommended: 'nothing' }])
  })
})

describe('a conflict copy of a filled copy', () => {
  it('that differs is one more of its tool', async () => {
    const form = [{ id: 'where', title: '地点', kind: 'text' }]
    const { id: toolId } = await client.records.create({ type: 'tool', content: { title: '清单', fields: { kind: 'checklist', form } } })
    const id = newId()
    await client.filled.start({ toolId, id, title: '城东变', values: { where: '甲' } })
    const copy: FilledCopy = JSON.parse(await readFile(paths.copy(toolId, id), 'utf8'))
    await gone(await put(beside(paths.copy(toolId, id)), { ...copy, values: { where: '乙' }, savedAt: at(9) }))
    const titles = async () => Promise.all((await client.filled.list({ toolId })).copies.map(async (row) => [row.title, (await client.filled.get({ toolId, id: row.id })).copy.values.where]))
    expect((await titles()).sort()).toEqual([['城东变', '乙'], ['城东变（冲突副本）', '甲']].sort())
    await expect.poll(async () => client.library.damage()).toMatchObject([{ kind: 'bothKept', records: [{ id: toolId }] }])
  })
})
