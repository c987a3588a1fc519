/** What was written as Markdown and comes back: pins, copies, numbers, and files that somebody changed. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { RecordType } from '#shared/model/recordTypes'
import { madeOf } from '../../../../../tests/support/documents'
import { importAll, otherLibrary } from '../../../../../tests/support/markdown'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'
import { libraryPaths } from '../../../store/folders'

let home: TestHome
let one: TestCore
let root: string
let out: string

beforeEach(async () => {
  home = await createTestHome()
  one = await home.open()
  root = join(home.home, '库')
  out = join(home.home, '导出')
})
afterEach(async () => home.remove())

const all = async ({ client }: TestCore, type: RecordType): Promise<RecordFile[]> => {
  const { rows } = await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 500 })
  return Promise.all(rows.map(async ({ id }) => client.records.get({ id })))
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md') && !name.endsWith('README.md')).map((name) => join(folder, name))

const change = async (change: (text: string) => string): Promise<void> => {
  for (const path of await filesIn(out)) await writeFile(path, change(await readFile(path, 'utf8')))
}

const exported = async (...ids: string[]) => madeOf(one.client, { form: 'markdown', selection: { ids } }, out, true)

describe('a library that comes back from Markdown', () => {
  it('pins the revisions that are there: sources are current, steps have their tools', async () => {
    await one.client.library.createSample({ path: root })
    await exported(...(await Promise.all(RecordType.options.map(async (type) => all(one, type)))).flat().map(({ id }) => id))
    const other = await otherLibrary(home)
    await importAll(other, out)
    const products = await all(other, 'product')
    expect(products.length).toBeGreaterThan(0)
    const states = async ({ client }: TestCore, id: string) => (await client.products.sources({ id })).map(({ state }) => state)
    for (const { id } of products) {
      expect(await states(other, id)).toEqual(await states(one, id))
      const source = { kind: 'edition', id, seal: null, part: 'workPackage' } as const
      const missing = async ({ client }: TestCore) => (await client.documents.preview({ source, look: {} })).warnings.filter(({ code }) => code === 'record_missing')
      expect(await missing(other)).toEqual(await missing(one))
    }
    expect((await Promise.all(products.map(async ({ id }) => states(other, id)))).flat()).toContain('current')
  })
})

describe('records that come back from Markdown', () => {
  beforeEach(async () => { await one.client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' }) })

  const newCase = async (title: string) => one.client.records.create({ type: 'case', content: { title } })

  const withTable = async (): Promise<RecordFile> => {
    const path = join(home.home, '台账.csv')
    await writeFile(path, 'a,b')
    const { sha256, size } = await one.client.attachments.add({ path })
    return one.client.records.create({ type: 'case', content: { title: '甲', attachments: [{ sha256, size, name: '台账.csv', mediaType: 'text/csv' }] } })
  }

  it('bring an attachment that was edited beside an unchanged file, as another record', async () => {
    const { id, content } = await withTable()
    await exported(id)
    await writeFile(join(out, 'attachments', '台账.csv'), 'a,b,c')
    const { entries } = await importAll(one, out)
    expect(entries).toMatchObject([{ outcome: 'imported' }])
    const made = await one.client.records.get({ id: entries[0]?.recordId ?? '' })
    expect(made.id).not.toBe(id)
    expect(made.content.attachments[0]?.sha256).not.toBe(content.attachments[0]?.sha256)
  })

  it('put back an attachment that the library has lost', async () => {
    const { id, content: { attachments: [attachment] } } = await withTable()
    await exported(id)
    const lost = libraryPaths(root).attachment(attachment?.sha256 ?? '')
    await rm(lost)
    expect((await importAll(one, out)).entries).toMatchObject([{ outcome: 'skipped', recordId: id }])
    expect(await readFile(lost, 'utf8')).toBe('a,b')
  })

  it('are known when another program added to the head of their file, or copied it', async () => {
    const { id } = await newCase('甲')
    await exported(id)
    await cp(out, join(home.home, '两份', '甲'), { recursive: true })
    await change((text) => text.replace('---\n', '---\ncssclass: wide\n'))
    await cp(out, join(home.home, '两份', '乙'), { recursive: true })
    expect((await importAll(one, out)).entries).toMatchObject([{ outcome: 'skipped', recordId: id }])
    const other = await otherLibrary(home)
    const report = await importAll(other, join(home.home, '两份'))
    expect(report).toMatchObject({ total: 2, imported: 1, skipped: 1, failed: 0 })
    expect((await all(other, 'case')).map((each) => each.id)).toEqual([id])
  })

  it('are found in a folder above theirs, with their attachments and without the index', async () => {
    const { id } = await withTable()
    await exported(id)
    const above = join(home.home, '上层')
    await cp(out, join(above, '内', '导出'), { recursive: true })
    await writeFile(join(above, '笔记.md'), '# 笔记\n\n正文')
    await mkdir(join(above, '空'))
    const other = await otherLibrary(home)
    const report = await importAll(other, above)
    expect(report).toMatchObject({ total: 2, imported: 2 })
    expect(report.entries.find(({ recordId }) => recordId === id)?.warnings).toEqual([])
  })

  it('never share a number', async () => {
    const ids: string[] = []
    for (let index = 0; index < 20; index += 1) ids.push((await newCase(`第 ${index} 个`)).id)
    await exported(...ids)
    await change((text) => text.replace(/^number: .*$/m, 'number: JX9-CS-2026-0007'))
    const other = await otherLibrary(home)
    expect(await importAll(other, out)).toMatchObject({ imported: 20, failed: 0 })
    const numbers = (await all(other, 'case')).map(({ content }) => content.number)
    expect(new Set(numbers).size).toBe(20)
    expect(numbers).toContain('JX9-CS-2026-0007')
  })

  it('have nothing that no edit could have made: it is left out and told', async () => {
    const { id } = await newCase('甲')
    await exported(id)
    await change((text) => text.replace(/^title: .*$/m, `title: "${'长'.repeat(3000)}"`).replace(/^number: .*$/m, `number: "${'N'.repeat(5000)}"`).replace(/^stage: .*$/m, 'stage: whatever'))
    const other = await otherLibrary(home)
    const { entries } = await importAll(other, out)
    expect(entries).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'values_left_out', count: 3, detail: '标题、编号、状态' }] }])
    const { revision, content } = await other.client.records.get({ id })
    expect(content).toMatchObject({ number: expect.stringMatching(/^JX9-CS-/), stage: 'draft' })
    expect((await importAll(other, out)).entries).toMatchObject([{ outcome: 'skipped', recordId: id }])
    await other.client.records.save({ id, base: revision.id, changes: { title: content.title, summary: '要点' } })
  })

  it('keep every row of an agenda, also one that has lost its id', async () => {
    const { id } = await one.client.records.create({ type: 'meeting', content: { title: '会', fields: { agenda: [{ id: 'a', title: '开场' }, { id: 'b', title: '第二项' }] } } })
    await exported(id)
    await change((text) => text.replace(/- id: b\n\s+title: /, '- title: '))
    const other = await otherLibrary(home)
    await importAll(other, out)
    const { revision, content } = await other.client.records.get({ id })
    expect(content.fields.agenda).toMatchObject([{ id: 'a' }, { id: expect.any(String), title: '第二项' }])
    await other.client.meetings.noteRehearsal({ id, base: revision.id, seconds: { a: 5 } })
    expect((await other.client.records.get({ id })).content.fields.agenda).toHaveLength(2)
  })

  it('leave without those that are damaged or gone, which is told', async () => {
    const [whole, broken] = [await newCase('完好'), await newCase('损坏')]
    await writeFile(libraryPaths(root).record(broken.id), '{"broken')
    const { warnings } = await exported(whole.id, broken.id, newId())
    expect(warnings).toMatchObject([{ code: 'record_missing', count: 2 }])
    expect(await filesIn(out)).toHaveLength(1)
  })
})

it('a product whose edition was taken out of its file is drafted anew all the same', async () => {
  await one.client.library.createSample({ path: root })
  const [product] = (await all(one, 'product')).filter(({ content }) => content.fields.edition !== undefined)
  await exported(product?.id ?? '')
  await change((text) => text.replace(/^\s+edition: \d+\n/m, ''))
  const other = await otherLibrary(home)
  expect((await importAll(other, out)).entries).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'editions_left_out' }] }])
  expect((await other.client.records.get({ id: product?.id ?? '' })).content).toMatchObject({ stage: 'drafting' })
})
